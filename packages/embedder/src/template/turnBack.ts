import { assertTemplate } from './assertTemplate.js';
import { createReflections, reflect } from './createReflections.js';
import type { FaceTemplate } from './FaceTemplate.js';
import type { TurnOptions } from './turnTemplate.js';

/**
 * Undoes `turnTemplate` with the same key, to 1e-6 in each value: to put a template under a new key, or to hand it to its person.
 *
 * @throws HuotiError INVALID_ARGUMENT for what is no template
 * @example turnBack({ template: turnTemplate({ template, keyStream }), keyStream })
 */
export function turnBack({ template, keyStream }: TurnOptions): FaceTemplate {
  assertTemplate(template, 'the template');
  const values = Float64Array.from(template.values);
  const reflections = [...createReflections(values.length, keyStream, { keep: true })];
  for (const reflection of reflections.reverse()) reflect(values, reflection);
  return { model: template.model, values: Float32Array.from(values) };
}
