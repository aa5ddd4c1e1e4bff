import type { Refused } from './Answer.js';
import type { Refusal } from './Refusal.js';

/** A refusal as an answer. */
export function refused(
  code: Refusal['code'],
  detail: string,
  more: Omit<Partial<Refusal>, 'code' | 'detail'> = {},
): Refused {
  return { ok: false, refusal: { retryable: false, ...more, code, detail } };
}
