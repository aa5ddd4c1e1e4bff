import type { EncodablePicture } from '../host/PictureEncoder.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { cropRectOf } from './cropRectOf.js';
import { cropSizeOf } from './cropSizeOf.js';
import type { Frame } from './Frame.js';
import { frameGrid } from './FrameGrid.js';
import { hideFaces } from './hideFaces.js';
import { placeInCrop } from './placeInCrop.js';
import { scaleArea } from './scaleArea.js';

/**
 * The picture of a face that may leave memory: upright, unmirrored, 1.6 times the face's box, at most 320 px long, with
 * other people's faces made unrecognisable.
 *
 * @param face the followed one; the rectangle is `cropRectOf` of its landmarks
 * @param others whoever else was seen in the frame
 * @returns `null` where the face is not in the frame
 */
export function cropFace(
  frame: Frame,
  face: FaceObservation,
  others: readonly FaceObservation[],
): EncodablePicture | null {
  const grid = frameGrid(frame);
  const rect = cropRectOf(face.landmarks, grid.widthPx, grid.heightPx);
  if (rect === null) return null;
  const size = cropSizeOf(rect);
  const picture = { data: scaleArea(grid, rect, size), ...size };
  const scaleX = size.widthPx / rect.widthPx;
  const scaleY = size.heightPx / rect.heightPx;
  hideFaces(
    picture,
    placeInCrop(face.landmarks, rect, size),
    others.map(({ box }) => ({
      leftPx: (box.xPx - rect.leftPx) * scaleX,
      topPx: (box.yPx - rect.topPx) * scaleY,
      widthPx: box.widthPx * scaleX,
      heightPx: box.heightPx * scaleY,
    })),
  );
  return picture;
}
