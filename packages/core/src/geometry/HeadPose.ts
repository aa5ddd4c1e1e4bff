import { alignToCanonicalFace } from './alignToCanonicalFace.js';

/** Turn of the head, in radians. */
export interface HeadPose {
  /** Positive when the person turns to their own left (towards the right of an unmirrored picture). */
  readonly yawRadians: number;
  /** Positive when the person looks up. */
  readonly pitchRadians: number;
  /** Positive when the head leans clockwise in the picture. */
  readonly rollRadians: number;
}

/**
 * Where the face points, and how far it leans, in radians: yaw positive towards the person's own left, pitch positive
 * up, roll positive clockwise in the picture. Yaw and pitch are the direction of the nose; roll is the lean about it.
 *
 * @param landmarks 478 points, x y z each, px of the upright, unmirrored frame
 * @throws HuotiError INVALID_ARGUMENT when there are not 478 points
 * @example headPose(observation.landmarks).yawRadians // 0.4: turned to the own left by 23 degrees
 */
export function headPose(landmarks: Float32Array): HeadPose {
  const { rotation } = alignToCanonicalFace(landmarks);
  return {
    yawRadians: Math.atan2(rotation[2], rotation[8]),
    pitchRadians: Math.asin(Math.max(-1, Math.min(1, rotation[5]))),
    rollRadians: Math.atan2(-rotation[3], rotation[4]),
  };
}
