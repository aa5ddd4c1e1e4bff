import type { HeadPose } from './HeadPose.js';
import { rotateVector } from './rotateVector.js';
import { rotationOfPose } from './rotationOfPose.js';
import type { Vector3 } from './Vector3.js';

/**
 * Which share of a length on the head is left in the picture when the head is turned, in [0, 1] (parallel projection).
 *
 * @param axis direction on the canonical face (x person's left, y up, z towards the camera); any length
 * @example foreshortening({ yawRadians: Math.PI / 3, pitchRadians: 0, rollRadians: 0 }, [1, 0, 0]) // 0.5
 */
export function foreshortening(pose: HeadPose, axis: Vector3): number {
  const [x, y, z] = rotateVector(rotationOfPose(pose), axis);
  const inPlane = Math.sqrt(x * x + y * y);
  return inPlane / Math.sqrt(x * x + y * y + z * z);
}
