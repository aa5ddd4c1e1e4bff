import { cropRectOf, type CropRect } from '../../frame/cropRectOf.js';
import { cropSizeOf } from '../../frame/cropSizeOf.js';
import type { Frame } from '../../frame/Frame.js';
import { frameGrid, type FrameGrid } from '../../frame/FrameGrid.js';
import { placeInCrop } from '../../frame/placeInCrop.js';
import { scaleArea } from '../../frame/scaleArea.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';

/** A picture of a face as it may leave a device, with the face's landmarks in its px. */
export interface TextureCrop {
  /** RGBA8. */
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly landmarks: Float32Array;
}

/**
 * What texture is measured on: the crop of 1.6 face boxes, at most 320 px long. Of such a crop it is the crop itself, so that
 * a client's frame and the picture that its server has are measured alike.
 *
 * @returns `null` where there are no landmarks, or the face is not in the picture
 */
export function textureCropOf(picture: Frame, face: FaceObservation): TextureCrop | null {
  const grid = frameGrid(picture);
  const rect = cropRectOf(face.landmarks, grid.widthPx, grid.heightPx);
  if (rect === null) return null;
  const size = cropSizeOf(rect);
  const isWhole = size.widthPx === rect.widthPx && size.heightPx === rect.heightPx;
  return {
    data: isWhole ? copyOf(grid, rect) : scaleArea(grid, rect, size),
    ...size,
    landmarks: placeInCrop(face.landmarks, rect, size),
  };
}

/** What `scaleArea` makes at full size, in a tenth of its time: most crops are not made smaller. */
function copyOf({ data, origin, stepX, stepY }: FrameGrid, rect: CropRect): Uint8ClampedArray {
  const out = new Uint8ClampedArray(rect.widthPx * rect.heightPx * 4);
  for (let row = 0, to = 0; row < rect.heightPx; row++) {
    let from = origin + (rect.topPx + row) * stepY + rect.leftPx * stepX;
    for (let column = 0; column < rect.widthPx; column++, to += 4, from += stepX) {
      out[to] = data[from]!;
      out[to + 1] = data[from + 1]!;
      out[to + 2] = data[from + 2]!;
      out[to + 3] = 255;
    }
  }
  return out;
}
