import { HuotiError } from '@huoti/protocol';
import { assertTemplate } from './assertTemplate.js';
import type { FaceTemplate } from './FaceTemplate.js';
import { unitVector } from './unitVector.js';

/** One of several templates of the same face. */
export interface WeightedTemplate {
  readonly template: FaceTemplate;
  /** How much it counts, above 0; see `faceWeight`. @default 1 */
  readonly weight?: number;
}

/**
 * One template of several pictures of the same face, steadier than each: what a live session's frames give together.
 *
 * @throws HuotiError INVALID_ARGUMENT for none, for different models, or for weights that are not above 0
 * @example const live = meanTemplate(frames.map((frame) => ({ template: frame.template, weight: faceWeight(frame) })));
 */
export function meanTemplate(parts: readonly WeightedTemplate[]): FaceTemplate {
  const [first] = parts;
  if (!first) throw new HuotiError('INVALID_ARGUMENT', 'meanTemplate: give at least one template');
  const { model, values } = first.template;
  const sum = new Float64Array(values.length);
  for (const { template, weight = 1 } of parts) {
    assertTemplate(template, 'a part');
    if (template.model !== model || template.values.length !== values.length) {
      throw new HuotiError('INVALID_ARGUMENT', `meanTemplate: ${template.model} does not mix with ${model}`);
    }
    if (!(weight > 0) || !Number.isFinite(weight)) {
      throw new HuotiError('INVALID_ARGUMENT', `meanTemplate: weight ${weight}, a number above 0 expected`);
    }
    template.values.forEach((value, at) => (sum[at]! += value * weight));
  }
  const mean = unitVector(sum);
  if (!mean) throw new HuotiError('INVALID_ARGUMENT', 'meanTemplate: the parts cancel each other out');
  return { model, values: mean };
}
