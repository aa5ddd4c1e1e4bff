import { HuotiError } from '@huoti/protocol';
import type { Calibration } from './Calibration.js';

/** Every model whose templates can be compared, by `name@version`. */
const CALIBRATIONS: Readonly<Record<string, Calibration>> = {
  // Set on 39,988 pairs of different people: 393 stills and frames of 67 people, turned by less than 0.6 rad, each with each
  // (2026-11-26). One in a thousand of them reaches the threshold. It is no promise for other people: among the eight of them
  // who look most alike (young Chinese men on blurred prints) it was one in 45.
  'fusion@1': { thresholdCosine: 0.7225, slope: 24, farAtThreshold: 0.001 },
  'residual@1': { thresholdCosine: 0.9497, slope: 100, farAtThreshold: 0.001 },
  'mobile@1': { thresholdCosine: 0.3747, slope: 10, farAtThreshold: 0.001 },
  'pooled@1': { thresholdCosine: 0.6969, slope: 25, farAtThreshold: 0.001 },
  // The numbers of the fakes in @huoti/embedder/testing: nothing was measured, half of the circle is "same".
  'synthetic@1': { thresholdCosine: 0.5, slope: 8, farAtThreshold: 0.001 },
};

/**
 * What a model's cosines mean.
 *
 * @param model `name@version`
 * @throws HuotiError INVALID_ARGUMENT for a model that was never calibrated
 */
export function calibrationOf(model: string): Calibration {
  const known = Object.prototype.hasOwnProperty.call(CALIBRATIONS, model) ? CALIBRATIONS[model] : undefined;
  if (known) return known;
  throw new HuotiError(
    'INVALID_ARGUMENT',
    `${model} has no calibration: embed the picture with a known model`,
  );
}
