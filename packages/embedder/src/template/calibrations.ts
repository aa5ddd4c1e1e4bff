import type { Calibration } from './Calibration.js';

/** Every model whose templates can be compared, by `name@version`. */
export const CALIBRATIONS: Readonly<Record<string, Calibration>> = {
  // The numbers of the fakes in @huoti/embedder/testing: nothing was measured, half of the circle is "same".
  'synthetic@1': { thresholdCosine: 0.5, slope: 8, farAtThreshold: 0.001 },
};
