import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';

/** No consent that holds: closed. The detail says which part of it does not fit, and what to do. */
export function consentRefused(detail: string): Refused {
  return refused('CONSENT_REQUIRED', detail);
}
