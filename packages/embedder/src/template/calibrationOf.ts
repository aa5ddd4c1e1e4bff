import { HuotiError } from '@huoti/protocol';
import type { Calibration } from './Calibration.js';

/** Every model whose templates can be compared, by `name@version`. */
const CALIBRATIONS: Readonly<Record<string, Calibration>> = {
  'fusion@1': { thresholdCosine: 0.79, slope: 28, farAtThreshold: 0.001 },
  'residual@1': { thresholdCosine: 0.95, slope: 80, farAtThreshold: 0.001 },
  'mobile@1': { thresholdCosine: 0.4, slope: 12, farAtThreshold: 0.001 },
  'pooled@1': { thresholdCosine: 0.66, slope: 20, farAtThreshold: 0.001 },
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
