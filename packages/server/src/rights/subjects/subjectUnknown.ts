import type { Refused } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';

/** The same words for a person who never was and for another client's. */
export function subjectUnknown(): Refused {
  return refused('NOT_FOUND', 'nothing is kept of such a person');
}
