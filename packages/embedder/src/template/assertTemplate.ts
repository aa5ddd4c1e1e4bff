import { HuotiError } from '@huoti/protocol';
import type { FaceTemplate } from './FaceTemplate.js';
import { MODEL_NAME, MOST_MODEL_NAME, MOST_VALUES, UNIT_TOLERANCE } from './limits.js';

/** Why something is no template; `null` for one. */
export function templateFault({ model, values }: FaceTemplate): string | null {
  if (model.length > MOST_MODEL_NAME || !MODEL_NAME.test(model)) return 'its model is no name@version';
  if (values.length === 0 || values.length > MOST_VALUES) {
    return `it has ${values.length} values, 1 to ${MOST_VALUES} expected`;
  }
  let squares = 0;
  for (const value of values) squares += value * value;
  // A value that is no number makes the sum none, and fails here, too.
  if (!(Math.abs(Math.sqrt(squares) - 1) <= UNIT_TOLERANCE)) return 'it is not of length 1';
  return null;
}

/** @throws HuotiError INVALID_ARGUMENT */
export function assertTemplate(template: FaceTemplate, name: string): void {
  const fault = templateFault(template);
  if (fault !== null) throw new HuotiError('INVALID_ARGUMENT', `${name} is no template: ${fault}`);
}
