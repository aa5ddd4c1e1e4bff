import type { HeadPose } from './HeadPose.js';
import type { Matrix3 } from './Matrix3.js';

/**
 * The rotation that a pose stands for: first the lean, then up or down, then to a side. The inverse of what headPose
 * reads off.
 *
 * @returns canonical axes (x person's left, y up, z towards the camera) to the picture's
 */
export function rotationOfPose({ yawRadians, pitchRadians, rollRadians }: HeadPose): Matrix3 {
  const cy = Math.cos(yawRadians);
  const sy = Math.sin(yawRadians);
  const cp = Math.cos(pitchRadians);
  const sp = Math.sin(pitchRadians);
  const cr = Math.cos(rollRadians);
  const sr = Math.sin(rollRadians);
  return [
    cy * cr + sy * sp * sr,
    cy * sr - sy * sp * cr,
    sy * cp,
    -cp * sr,
    cp * cr,
    sp,
    -sy * cr + cy * sp * sr,
    -sy * sr - cy * sp * cr,
    cy * cp,
  ];
}
