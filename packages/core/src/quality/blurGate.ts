import { atLeast } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Least face sharpness, no unit; what it means and how it spreads stands at `faceSharpness`. Lowest of the train people's
 * frontal frames: 0.095; blurred by 3 % of the face's width: 0.084 and less at the 95th percentile (fixtures, 2026-11-23).
 */
export const MIN_FACE_SHARPNESS = 0.09;

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
