import { HuotiError } from '@huoti/protocol';
import { assertTemplate } from './assertTemplate.js';
import { THRESHOLD, type Calibration } from './Calibration.js';
import { calibrationOf } from './calibrationOf.js';
import type { FaceTemplate } from './FaceTemplate.js';

/** How alike two faces are. */
export interface TemplateComparison {
  /** In [0, 1]; `threshold` and above is the same person. */
  readonly similarity: number;
  readonly same: boolean;
  /** Of similarity: 0.5 for every model, by its calibration. */
  readonly threshold: number;
  /** Share of pairs of different people that reach the threshold, where it was set, in [0, 1]. */
  readonly farAtThreshold: number;
  readonly model: string;
}

/**
 * Compares two templates of one model.
 *
 * @throws HuotiError INVALID_ARGUMENT for different models, for a model without a calibration, for what is no template
 * @example const { same, similarity } = compareTemplates(reference, live);
 */
export function compareTemplates(
  a: FaceTemplate,
  b: FaceTemplate,
  { calibration }: { calibration?: Calibration } = {},
): TemplateComparison {
  assertTemplate(a, 'the first');
  assertTemplate(b, 'the second');
  if (a.model !== b.model || a.values.length !== b.values.length) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `templates of ${a.model} and ${b.model} cannot be compared: embed both pictures with one model`,
    );
  }
  const used = calibration ?? calibrationOf(a.model);
  let cosine = 0;
  a.values.forEach((value, at) => (cosine += value * b.values[at]!));
  const similarity = 1 / (1 + Math.exp(-used.slope * (cosine - used.thresholdCosine)));
  return {
    similarity,
    // Asked of the cosine: rounding in the exponential must not move the line.
    same: cosine >= used.thresholdCosine,
    threshold: THRESHOLD,
    farAtThreshold: used.farAtThreshold,
    model: a.model,
  };
}
