import { FACE_OUTLINE, outlineBox, type OutlineBox } from '../../frame/faceOutline.js';
import { FACE_REGIONS, type FaceRegionName } from '../../frame/faceRegions.js';
import { fillPolygon } from '../../frame/fillPolygon.js';
import type { TextureCrop } from './textureCropOf.js';

/** A crop taken apart: light and colour of each px, and which px are whose. */
export interface TexturePlanes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Luma as JPEG has it (Rec. 601), 0 to 255. */
  readonly luma: Float32Array;
  /** Blue and red difference as JPEG has them, 0 for grey. */
  readonly blue: Float32Array;
  readonly red: Float32Array;
  /** 1 inside of the face's outline. */
  readonly face: Uint8Array;
  /** 1 on bare skin: forehead, cheeks, nose and chin. */
  readonly skin: Uint8Array;
  readonly box: OutlineBox;
}

/** Skin that is broad and seldom covered; hair falls beside the eyes, and lips have a colour of their own. */
const SKIN: readonly FaceRegionName[] = ['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'];

/**
 * Takes a crop apart.
 *
 * @returns `null` where the landmarks make no outline
 */
export function planesOf({ data, widthPx, heightPx, landmarks }: TextureCrop): TexturePlanes | null {
  const box = outlineBox(landmarks);
  if (box === null) return null;
  const count = widthPx * heightPx;
  const luma = new Float32Array(count);
  const blue = new Float32Array(count);
  const red = new Float32Array(count);
  for (let at = 0, from = 0; at < count; at++, from += 4) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    const light = 0.299 * r + 0.587 * g + 0.114 * b;
    luma[at] = light;
    blue[at] = 0.564 * (b - light);
    red[at] = 0.713 * (r - light);
  }
  const mark = (mask: Uint8Array, indices: readonly number[]): void => {
    const xs = Float32Array.from(indices, (index) => landmarks[index * 3]!);
    const ys = Float32Array.from(indices, (index) => landmarks[index * 3 + 1]!);
    fillPolygon(mask, widthPx, heightPx, xs, ys, 1);
  };
  const face = new Uint8Array(count);
  mark(face, FACE_OUTLINE);
  const skin = new Uint8Array(count);
  for (const name of SKIN) mark(skin, FACE_REGIONS[name]);
  return { widthPx, heightPx, luma, blue, red, face, skin, box };
}
