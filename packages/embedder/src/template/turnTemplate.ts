import { assertTemplate } from './assertTemplate.js';
import { createReflections, reflect } from './createReflections.js';
import type { FaceTemplate } from './FaceTemplate.js';
import type { KeyStream } from './KeyStream.js';

/** What {@link turnTemplate} and `turnBack` take. */
export interface TurnOptions {
  template: FaceTemplate;
  /** Of the key that the turn belongs to. */
  keyStream: KeyStream;
}

/**
 * Turns a template by a secret rotation, so that it can be revoked: two templates under one key compare as before (the cosine is kept to
 * 1e-6), one under another key compares with them no better than a stranger's, and with the key gone it says nothing of the face. A
 * database of turned templates under a key each can't be searched for a face, nor matched with another database.
 *
 * This is cancelable biometrics by random orthogonal projection (Teoh, Goh and Ngo, "Random multispace quantization as an analytic
 * mechanism for BioHashing", 2006), without the quantization: accuracy is kept, and what is known against BioHashing (Kong and others, "An
 * analysis of BioHashing and its variants", 2006) holds here too: whoever has the table and its keys has the templates. The turn is no
 * encryption; seal the template besides, and keep the key apart from it. Never turn two templates of one person that an attacker may know
 * plainly under one key: as many pairs as there are values give the rotation away.
 *
 * The name of the model stays, so nothing stops a comparison of a turned template with a plain one: it only never matches.
 *
 * About 50 ms for 1664 values (docs/measurements.md).
 *
 * @throws HuotiError INVALID_ARGUMENT for what is no template
 * @example
 * const kept = turnTemplate({ template, keyStream });
 * compareTemplates(kept, turnTemplate({ template: live, keyStream })).same;
 */
export function turnTemplate({ template, keyStream }: TurnOptions): FaceTemplate {
  assertTemplate(template, 'the template');
  const values = Float64Array.from(template.values);
  for (const reflection of createReflections(values.length, keyStream)) reflect(values, reflection);
  return { model: template.model, values: Float32Array.from(values) };
}
