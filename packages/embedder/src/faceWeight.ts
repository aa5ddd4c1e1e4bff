import type { FaceObservation } from '@huoti/core';

/** Distance of the pupils at which a face has all the detail that a model sees, in px: 112 px wide inputs have them 40 px apart. */
const FULL_EYE_DISTANCE_PX = 40;

/** A face never counts for nothing. */
const LEAST_WEIGHT = 0.05;

const LEFT_IRIS = 473;
const RIGHT_IRIS = 468;

/**
 * How much a picture of a face says about whose it is, for `meanTemplate`: less when it is turned away, or small.
 *
 * @returns in (0, 1]
 */
export function faceWeight({ landmarks, pose }: Pick<FaceObservation, 'landmarks' | 'pose'>): number {
  const dx = (landmarks[LEFT_IRIS * 3] ?? NaN) - (landmarks[RIGHT_IRIS * 3] ?? NaN);
  const dy = (landmarks[LEFT_IRIS * 3 + 1] ?? NaN) - (landmarks[RIGHT_IRIS * 3 + 1] ?? NaN);
  const frontal = Math.max(0, Math.cos(pose.yawRadians)) * Math.max(0, Math.cos(pose.pitchRadians));
  const eyes = Math.sqrt(dx * dx + dy * dy);
  // Turned heads have pupils closer together, which is no lack of detail.
  const detail = Math.min(1, eyes / Math.max(0.3, Math.cos(pose.yawRadians)) / FULL_EYE_DISTANCE_PX);
  const weight = frontal * frontal * detail;
  return weight > LEAST_WEIGHT ? weight : LEAST_WEIGHT;
}
