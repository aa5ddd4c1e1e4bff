import { EVIDENCE_LANDMARKS } from './evidenceLandmarks.js';
import { LANDMARK_UNITS_PER_SIDE } from './quantiseLandmarks.js';

/**
 * The inverse of `quantiseLandmarks`: 478 points x y z in px, those that the trace does not carry as NaN, so that a measure
 * that reads one of them cannot pass unnoticed.
 */
export function restoreLandmarks(
  quantised: Int16Array,
  frameWidthPx: number,
  frameHeightPx: number,
): Float32Array {
  const scale = Math.max(frameWidthPx, frameHeightPx) / LANDMARK_UNITS_PER_SIDE;
  const landmarks = new Float32Array(478 * 3).fill(NaN);
  EVIDENCE_LANDMARKS.forEach((landmark, at) => {
    for (let axis = 0; axis < 3; axis++) landmarks[landmark * 3 + axis] = quantised[at * 3 + axis]! * scale;
  });
  return landmarks;
}
