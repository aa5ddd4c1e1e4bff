import { alignToCanonicalFace } from '../../geometry/alignToCanonicalFace.js';
import type { HeadPose } from '../../geometry/HeadPose.js';
import { MAX_IRIS_BY_EYE_CM2, MAX_YAW_FOR_PROPORTIONS_RADIANS } from './thresholds.js';

/** Left, right rim of each iris, and the corners of each eye. */
const IRIS_RIMS = [
  [469, 471],
  [474, 476],
] as const;
const EYE_CORNERS = [
  [33, 133],
  [263, 362],
] as const;

/** Iris diameter times eye width, in cm² on the scale of the canonical face; means of both eyes. */
export function irisByEyeCm2(landmarks: Float32Array): number {
  const { scalePxPerCm } = alignToCanonicalFace(landmarks);
  return (
    (meanDistance(landmarks, IRIS_RIMS) * meanDistance(landmarks, EYE_CORNERS)) /
    (scalePxPerCm * scalePxPerCm)
  );
}

/** Whether the eyes are no larger than a person's. Where the head is turned too far to tell, they are taken to be. */
export function hasHumanEyes(landmarks: Float32Array, pose: HeadPose): boolean {
  if (Math.abs(pose.yawRadians) > MAX_YAW_FOR_PROPORTIONS_RADIANS) return true;
  return !(irisByEyeCm2(landmarks) > MAX_IRIS_BY_EYE_CM2);
}

function meanDistance(landmarks: Float32Array, pairs: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (const [a, b] of pairs) {
    sum += Math.hypot(landmarks[3 * a]! - landmarks[3 * b]!, landmarks[3 * a + 1]! - landmarks[3 * b + 1]!);
  }
  return sum / pairs.length;
}
