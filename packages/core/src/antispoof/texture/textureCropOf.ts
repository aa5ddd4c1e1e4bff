import { cropRectOf } from '../../frame/cropRectOf.js';
import { cropSizeOf } from '../../frame/cropSizeOf.js';
import type { Frame } from '../../frame/Frame.js';
import { frameGrid } from '../../frame/FrameGrid.js';
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
  return {
    data: scaleArea(grid, rect, size),
    ...size,
    landmarks: placeInCrop(face.landmarks, rect, size),
  };
}
