import type { CropRect } from './cropRectOf.js';

/**
 * Landmarks of a frame as they lie in the picture that was cut from it; z on the scale of x.
 *
 * @param landmarks points x y z, px of the upright, unmirrored frame
 * @param picture the size of the picture of `rect`
 */
export function placeInCrop(
  landmarks: Float32Array,
  rect: CropRect,
  picture: { widthPx: number; heightPx: number },
): Float32Array {
  const scaleX = picture.widthPx / rect.widthPx;
  const scaleY = picture.heightPx / rect.heightPx;
  const placed = new Float32Array(landmarks.length);
  for (let at = 0; at < landmarks.length; at += 3) {
    placed[at] = (landmarks[at]! - rect.leftPx) * scaleX;
    placed[at + 1] = (landmarks[at + 1]! - rect.topPx) * scaleY;
    placed[at + 2] = landmarks[at + 2]! * scaleX;
  }
  return placed;
}
