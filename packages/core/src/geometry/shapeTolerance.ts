import { landmarkDistance } from './landmarkDistance.js';

const RIGHT_EYE_OUTER = 33;
const LEFT_EYE_OUTER = 263;

/**
 * Distance of the outer eye corners, in px, from which a face is large enough for its shape to be compared at full
 * strictness: a face of about 130 px. The limits were fitted to faces of this size and above.
 */
export const FULL_DETAIL_EYES_PX = 80;

/**
 * By how much limits on the difference of two shapes are raised for a small face: landmarks tremble by a share of a pixel,
 * so their error grows, in units of the face, as the face shrinks.
 *
 * @param landmarks 478 points, px
 * @returns 1 or more
 */
export function shapeTolerance(landmarks: Float32Array): number {
  const eyesPx = landmarkDistance(landmarks, RIGHT_EYE_OUTER, LEFT_EYE_OUTER);
  return eyesPx > 0 ? Math.max(1, FULL_DETAIL_EYES_PX / eyesPx) : 1;
}
