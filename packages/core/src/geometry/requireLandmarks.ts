import { HuotiError } from '@huoti/protocol';

/** Points of the attention mesh: 468 of the face and 10 of the irises. */
export const LANDMARK_COUNT = 478;

/** @throws HuotiError INVALID_ARGUMENT when `landmarks` is not 478 points of x y z */
export function requireLandmarks(landmarks: Float32Array): void {
  if (landmarks.length !== LANDMARK_COUNT * 3) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `landmarks must hold ${LANDMARK_COUNT * 3} numbers (478 points, x y z each), not ${landmarks.length}: pass an observation that has landmarks`,
    );
  }
}
