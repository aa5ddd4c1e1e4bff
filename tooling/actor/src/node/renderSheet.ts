import { createSubject } from '../createSubject.js';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import type { Persona } from '../personas/Persona.js';
import { PHONE_CAMERA } from '../render/Camera.js';
import { createRenderer } from '../render/createRenderer.js';
import type { Lighting } from '../render/Lighting.js';
import type { RoomName } from '../render/rooms.js';
import { NEUTRAL_POSE, type SubjectPose } from '../render/SubjectPose.js';
import { encodePng } from './encodePng.js';

/** One picture of a sheet. */
export interface SheetTile {
  readonly persona: Persona;
  readonly pose?: Partial<SubjectPose>;
  readonly room?: RoomName;
  readonly lighting?: Lighting;
}

/** Rendered at twice the size and averaged, so that edges are smooth. */
const OVERSAMPLING = 2;

/** Pictures side by side as one PNG file. */
export function renderSheet(
  canonicalFace: CanonicalFace,
  tiles: readonly SheetTile[],
  { columns, tileWidthPx, tileHeightPx }: { columns: number; tileWidthPx: number; tileHeightPx: number },
): Uint8Array {
  const rows = Math.ceil(tiles.length / columns);
  const width = columns * tileWidthPx;
  const sheet = new Uint8ClampedArray(width * rows * tileHeightPx * 4).fill(255);
  tiles.forEach(({ persona, pose, room = 'plain', lighting }, index) => {
    const renderer = createRenderer({
      widthPx: tileWidthPx * OVERSAMPLING,
      heightPx: tileHeightPx * OVERSAMPLING,
      room,
    });
    const subject = createSubject({ canonicalFace, persona, textureSizePx: 1024 });
    const people = [{ subject, pose: { ...NEUTRAL_POSE, distanceCm: 44, smile: 0.3, ...pose } }];
    const rgba = renderer.render({
      people,
      camera: { ...PHONE_CAMERA, noise: 1 },
      ...(lighting ? { lighting } : {}),
    });
    shrinkInto(
      rgba,
      sheet,
      width,
      (index % columns) * tileWidthPx,
      Math.floor(index / columns) * tileHeightPx,
      tileWidthPx,
      tileHeightPx,
    );
  });
  return encodePng(sheet, width, rows * tileHeightPx);
}

function shrinkInto(
  from: Uint8ClampedArray,
  to: Uint8ClampedArray,
  toWidth: number,
  left: number,
  top: number,
  widthPx: number,
  heightPx: number,
): void {
  const fromWidth = widthPx * OVERSAMPLING;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let dy = 0; dy < OVERSAMPLING; dy++) {
          for (let dx = 0; dx < OVERSAMPLING; dx++) {
            sum += from[((y * OVERSAMPLING + dy) * fromWidth + x * OVERSAMPLING + dx) * 4 + c] ?? 0;
          }
        }
        to[((top + y) * toWidth + left + x) * 4 + c] = sum / (OVERSAMPLING * OVERSAMPLING);
      }
    }
  }
}
