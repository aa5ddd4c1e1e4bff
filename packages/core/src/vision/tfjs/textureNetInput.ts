import { textureCropOf } from '../../antispoof/texture/textureCropOf.js';
import { outlineBox, type OutlineBox } from '../../frame/faceOutline.js';
import type { Frame } from '../../frame/Frame.js';
import { frameGrid, type FrameGrid } from '../../frame/FrameGrid.js';
import type { FaceObservation } from '../FaceObservation.js';

/**
 * How much of a picture the net is shown: `crop`, what lies inside of the crop of 1.6 face boxes, at the size at which it may
 * leave a device; or `picture`, 2.7 face boxes, as it was trained.
 */
export type TextureNetView = 'crop' | 'picture';

/** Side of the net's input, in px. */
export const TEXTURE_NET_SIDE_PX = 128;

/** The net was trained on pictures of this many face boxes. */
const NET_SCALE = 2.7;

/**
 * What the net is shown: as much around the face as there is, 2.7 face boxes at most, moved to lie in the picture and
 * stretched into a square, one interpolated sample a px. That is how its package feeds it. The mean of several samples takes
 * 0.01 to 0.06 from its AUC on stills. Of a crop, 2.7 boxes with a mirrored rim are better on stills and worse on clips (train
 * rows 0.82 and 0.64, against 0.77 and 0.77); grey, black and repeated rims are worse on both (docs/models.md).
 *
 * ref: alignLivenessImage of faceplugin-face-recognition-js 0.0.1
 *
 * @returns RGB, 0 to 255, `128 * 128 * 3` values; `null` where the face is not in the picture
 */
export function textureNetInput(
  picture: Frame,
  face: FaceObservation,
  view: TextureNetView,
): Float32Array | null {
  const crop = textureCropOf(picture, face);
  if (crop === null) return null;
  const grid = view === 'picture' ? frameGrid(picture) : gridOf(crop);
  const box = outlineBox(view === 'picture' ? face.landmarks : crop.landmarks);
  return box && sample(grid, regionAround(box, grid));
}

function gridOf({
  data,
  widthPx,
  heightPx,
}: {
  data: Uint8ClampedArray;
  widthPx: number;
  heightPx: number;
}): FrameGrid {
  return { data, widthPx, heightPx, origin: 0, stepX: 4, stepY: widthPx * 4 };
}

/** A part of a picture, in px. */
interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function regionAround(box: OutlineBox, { widthPx, heightPx }: FrameGrid): Region {
  const scale = Math.min(NET_SCALE, (widthPx - 1) / box.widthPx, (heightPx - 1) / box.heightPx);
  const [width, height] = [box.widthPx * scale, box.heightPx * scale];
  const inside = (middle: number, length: number, most: number): number =>
    Math.max(0, Math.min(most - 1 - length, middle - length / 2));
  return {
    left: Math.floor(inside(box.leftPx + box.widthPx / 2, width, widthPx)),
    top: Math.floor(inside(box.topPx + box.heightPx / 2, height, heightPx)),
    width,
    height,
  };
}

function sample({ data, widthPx, heightPx, origin, stepX, stepY }: FrameGrid, region: Region): Float32Array {
  const side = TEXTURE_NET_SIDE_PX;
  const input = new Float32Array(side * side * 3);
  const [maxX, maxY] = [widthPx - 1, heightPx - 1];
  const clamp = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value);
  for (let v = 0, to = 0; v < side; v++) {
    const y = clamp(region.top + ((v + 0.5) * region.height) / side - 0.5, maxY);
    const upper = Math.floor(y);
    const down = y - upper;
    const [line, next] = [origin + upper * stepY, origin + Math.min(maxY, upper + 1) * stepY];
    for (let u = 0; u < side; u++, to += 3) {
      const x = clamp(region.left + ((u + 0.5) * region.width) / side - 0.5, maxX);
      const left = Math.floor(x);
      const across = x - left;
      const [here, beside] = [left * stepX, Math.min(maxX, left + 1) * stepX];
      for (let channel = 0; channel < 3; channel++) {
        const above = data[line + here + channel]! * (1 - across) + data[line + beside + channel]! * across;
        const below = data[next + here + channel]! * (1 - across) + data[next + beside + channel]! * across;
        input[to + channel] = above * (1 - down) + below * down;
      }
    }
  }
  return input;
}
