import { cropRectOf } from '../../frame/cropRectOf.js';
import { outlineBox } from '../../frame/faceOutline.js';
import type { Frame } from '../../frame/Frame.js';
import { frameGrid } from '../../frame/FrameGrid.js';
import { scaleArea } from '../../frame/scaleArea.js';
import type { FaceObservation } from '../FaceObservation.js';

/** Side of the net's input, in px. */
export const TEXTURE_NET_SIDE_PX = 128;

/** The net was trained on pictures of this many face boxes; more of them than a crop holds. */
const NET_SCALE = 2.7;

/**
 * What the net is shown: 2.7 face boxes around the face, of which the picture's part inside of the crop (1.6 boxes) is seen
 * and the rest is its mirror image, whether or not the picture goes on there. So the net says the same of a client's frame
 * and of the crop that leaves the device.
 *
 * @returns RGB, 0 to 255, `128 * 128 * 3` values; `null` where the face is not in the picture
 */
export function textureNetInput(picture: Frame, face: FaceObservation): Float32Array | null {
  const grid = frameGrid(picture);
  const box = outlineBox(face.landmarks);
  const rect = cropRectOf(face.landmarks, grid.widthPx, grid.heightPx);
  if (box === null || rect === null) return null;
  const side = TEXTURE_NET_SIDE_PX;
  const [perX, perY] = [(NET_SCALE * box.widthPx) / side, (NET_SCALE * box.heightPx) / side];
  const size = {
    widthPx: Math.max(1, Math.min(side, Math.round(rect.widthPx / perX))),
    heightPx: Math.max(1, Math.min(side, Math.round(rect.heightPx / perY))),
  };
  const seen = scaleArea(grid, rect, size);
  const left = Math.round((rect.leftPx - box.leftPx - box.widthPx / 2) / perX + side / 2);
  const top = Math.round((rect.topPx - box.topPx - box.heightPx / 2) / perY + side / 2);
  const columns = mirrored(side, left, size.widthPx);
  const rows = mirrored(side, top, size.heightPx);
  const input = new Float32Array(side * side * 3);
  for (let v = 0, to = 0; v < side; v++) {
    for (let u = 0; u < side; u++, to += 3) {
      const from = (rows[v]! * size.widthPx + columns[u]!) * 4;
      input[to] = seen[from]!;
      input[to + 1] = seen[from + 1]!;
      input[to + 2] = seen[from + 2]!;
    }
  }
  return input;
}

/** For each place of a line, which place of `length` seen ones from `start` on stands there: itself, or its mirror image. */
function mirrored(places: number, start: number, length: number): Int32Array {
  const period = Math.max(1, 2 * (length - 1));
  return Int32Array.from({ length: places }, (_, at) => {
    const along = (((at - start) % period) + period) % period;
    return along < length ? along : period - along;
  });
}
