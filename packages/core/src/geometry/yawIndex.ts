import { requireLandmarks } from './requireLandmarks.js';

const NOSE_TIP = 1;
const RIGHT_CHEEK_EDGE = 234;
const LEFT_CHEEK_EDGE = 454;
/** In full profile the cheek edges nearly fall together and the quotient runs away; genuine turns end at 1.7. */
const LARGEST_INDEX = 3;

/**
 * Where the nose tip stands between the two cheek edges: 0 in the middle, positive when the person turns to their own
 * left; 0.5 puts it over an edge. Needs no depth, so a turn is judged on it.
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @returns in [-3, 3]
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 */
export function yawIndex(landmarks: Float32Array): number {
  requireLandmarks(landmarks);
  const x = (index: number): number => landmarks[index * 3] ?? NaN;
  const y = (index: number): number => landmarks[index * 3 + 1] ?? NaN;
  const acrossX = x(LEFT_CHEEK_EDGE) - x(RIGHT_CHEEK_EDGE);
  const acrossY = y(LEFT_CHEEK_EDGE) - y(RIGHT_CHEEK_EDGE);
  const lengthSquared = acrossX * acrossX + acrossY * acrossY;
  if (lengthSquared === 0) return 0;
  const share =
    ((x(NOSE_TIP) - x(RIGHT_CHEEK_EDGE)) * acrossX + (y(NOSE_TIP) - y(RIGHT_CHEEK_EDGE)) * acrossY) /
    lengthSquared;
  return Math.max(-LARGEST_INDEX, Math.min(LARGEST_INDEX, share - 0.5));
}
