import type { Refused } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';

/** The same words for a case that never was and for another client's. */
export function caseUnknown(): Refused {
  return refused('NOT_FOUND', 'there is no such rights case');
}
