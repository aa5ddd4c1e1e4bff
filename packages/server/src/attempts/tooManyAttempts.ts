import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';

/** The refusal of a try that has to wait. */
export function tooManyAttempts(waitMs: number): Refused {
  return refused(
    'TOO_MANY_ATTEMPTS',
    'too many tries failed or are still open: offer the other method, or wait',
    {
      retryable: true,
      retryAfterS: Math.ceil(waitMs / 1000),
    },
  );
}
