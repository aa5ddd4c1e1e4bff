import { lidGapOverIris } from './lidGapOverIris.js';
import { atLeast } from './gateReading.js';
import type { QualityGate } from './QualityGate.js';

/**
 * Least gap between the lids over the iris's own diameter. Open eyes of all people, narrow and smiling ones too: 0.31 and
 * more (10th percentile of each clip); closed: 0.11 to 0.21 (fixtures, 2026-11-23).
 */
export const MIN_LID_GAP_OVER_IRIS = 0.25;

/** Options of {@link eyesGate}. */
export interface EyesGateOptions {
  /** @default MIN_LID_GAP_OVER_IRIS */
  minGap?: number;
}

/**
 * `eyes-closed`: used while a person is looked for and calibrated, never during an action. The gap is measured in the
 * person's own irises, whose size hardly differs between people (11.7 mm, deviation 0.5 mm), so that narrow eyes are not
 * closed ones. No reading without landmarks.
 */
export function eyesGate({ minGap = MIN_LID_GAP_OVER_IRIS }: EyesGateOptions = {}): QualityGate {
  return {
    name: 'eyes',
    check({ landmarks }) {
      const gap = lidGapOverIris(landmarks);
      return gap === null ? [] : [atLeast('eyes-closed', gap, minGap, 'ratio')];
    },
  };
}
