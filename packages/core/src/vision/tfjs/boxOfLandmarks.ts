import type { FaceBox } from '../FaceObservation.js';

/** The box that holds all landmarks (x y z each), in their own pixels. */
export function boxOfLandmarks(landmarks: Float32Array): FaceBox {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let at = 0; at + 2 < landmarks.length; at += 3) {
    const x = landmarks[at]!;
    const y = landmarks[at + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}
