import { foreshortening } from './foreshortening.js';
import type { HeadPose } from './HeadPose.js';
import { landmarkDistance } from './landmarkDistance.js';
import { requireLandmarks } from './requireLandmarks.js';

const UPPER_LIP_INNER = 13;
const LOWER_LIP_INNER = 14;
const RIGHT_CORNER = 61;
const LEFT_CORNER = 291;
/** Under this share of its length in the picture, the mouth's width says nothing; it is not divided by less. */
const LEAST_FORESHORTENING = 0.35;

/**
 * How far the mouth is open: gap between the inner lips over the mouth's width, both freed from the turn of the head.
 * 0 closed, about 0.5 wide open.
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @param pose of the same face
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 */
export function mouthOpenness(landmarks: Float32Array, pose: HeadPose): number {
  requireLandmarks(landmarks);
  const freed = (a: number, b: number, share: number): number =>
    landmarkDistance(landmarks, a, b) / Math.max(LEAST_FORESHORTENING, share);
  const width = freed(RIGHT_CORNER, LEFT_CORNER, foreshortening(pose, [1, 0, 0]));
  const gap = freed(UPPER_LIP_INNER, LOWER_LIP_INNER, foreshortening(pose, [0, 1, 0]));
  return width > 0 ? gap / width : 0;
}
