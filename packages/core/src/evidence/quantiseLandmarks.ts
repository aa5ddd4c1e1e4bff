import { HuotiError } from '@huoti/protocol';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { EVIDENCE_LANDMARKS } from './evidenceLandmarks.js';

/**
 * Units in the longer side of the upright frame: one is 1/8192 of it (0.08 px of 640), so that Int16 reaches four sides
 * either way of the origin, beyond any landmark of a face that is partly outside of the picture.
 */
export const LANDMARK_UNITS_PER_SIDE = 8192;

const MAX_INT16 = 32767;

/**
 * The landmarks that a trace carries, x y z each in the order of {@link EVIDENCE_LANDMARKS}, in units of 1/8192 of the
 * frame's longer side. z is on the scale of x.
 *
 * @returns `null` for an observation without landmarks, or with one that is not a number
 * @throws HuotiError INVALID_ARGUMENT when there are neither none nor 478 points
 */
export function quantiseLandmarks(observation: FaceObservation): Int16Array | null {
  const { landmarks, frameWidthPx, frameHeightPx } = observation;
  if (landmarks.length === 0) return null;
  if (landmarks.length !== 478 * 3) {
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
      out[to++] = Math.max(-MAX_INT16, Math.min(MAX_INT16, Math.round(value)));
    }
  }
  return out;
}
