import { EVIDENCE_LANDMARKS, HuotiError, LANDMARK_UNITS_PER_SIDE, MAX_SIGNED_VALUE } from '@huoti/protocol';
import { LANDMARK_COUNT } from '../geometry/requireLandmarks.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/**
 * The landmarks that a trace carries, x y z each in the order of `EVIDENCE_LANDMARKS`, in units of 1/8192 of the
 * frame's longer side. z is on the scale of x.
 *
 * @returns `null` for an observation without landmarks, or with one that is not a number
 * @throws HuotiError INVALID_ARGUMENT when there are neither none nor 478 points
 */
export function quantiseLandmarks(observation: FaceObservation): Int16Array | null {
  const { landmarks, frameWidthPx, frameHeightPx } = observation;
  if (landmarks.length === 0) return null;
  if (landmarks.length !== LANDMARK_COUNT * 3) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `landmarks must hold 478 points x y z, got ${landmarks.length} numbers`,
    );
  }
  const scale = LANDMARK_UNITS_PER_SIDE / Math.max(frameWidthPx, frameHeightPx);
  const out = new Int16Array(EVIDENCE_LANDMARKS.length * 3);
  let to = 0;
  for (const landmark of EVIDENCE_LANDMARKS) {
    for (let axis = 0; axis < 3; axis++) {
      const value = landmarks[landmark * 3 + axis]! * scale;
      if (!Number.isFinite(value)) return null;
      out[to++] = Math.max(-MAX_SIGNED_VALUE, Math.min(MAX_SIGNED_VALUE, Math.round(value)));
    }
  }
  return out;
}
