import { EVIDENCE_LANDMARKS, LANDMARK_UNITS_PER_SIDE } from '@huoti/protocol';
import { LANDMARK_COUNT } from '../geometry/requireLandmarks.js';

/** Copied, which is quicker than to fill anew. */
const NOTHING = new Float32Array(LANDMARK_COUNT * 3).fill(NaN);

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
  const landmarks = NOTHING.slice();
  for (let at = 0; at < EVIDENCE_LANDMARKS.length; at++) {
    const to = EVIDENCE_LANDMARKS[at]! * 3;
    landmarks[to] = quantised[at * 3]! * scale;
    landmarks[to + 1] = quantised[at * 3 + 1]! * scale;
    landmarks[to + 2] = quantised[at * 3 + 2]! * scale;
  }
  return landmarks;
}
