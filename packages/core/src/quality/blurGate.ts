import { atLeast } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Least {@link FrameStatistics.faceSharpness}. Fixture clips of all people: median 0.20, 5th percentile 0.14; the same blurred by a Gaussian of
 * 2 % of the face's width: 0.06 to 0.08, moved by 8 % of it: 0.06 to 0.08 (2026-11-23).
 */
export const MIN_FACE_SHARPNESS = 0.085;

/** Options of {@link blurGate}. */
export interface BlurGateOptions {
  /** @default MIN_FACE_SHARPNESS */
  minSharpness?: number;
}

/** `blurred`: out of focus or moved. No reading where sharpness was not measured. */
export function blurGate({ minSharpness = MIN_FACE_SHARPNESS }: BlurGateOptions = {}): QualityGate {
  return {
    name: 'blur',
    check(_observation, { faceSharpness }) {
      return faceSharpness === null ? [] : [atLeast('blurred', faceSharpness, minSharpness, 'ratio')];
    },
  };
}
