import type { Problem } from '@huoti/protocol';
import type { Refusal } from '@huoti/server';
import { statusOf } from './statusOf.js';

/** `SESSION_USED` as words. */
const wordsOf = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/**
 * A refusal as RFC 9457 has it.
 *
 * @param requestId to be found in the log
 * @example toProblem({ code: 'NOT_FOUND', detail: 'no such path', retryable: false }, 'r1').status // 404
 */
export function toProblem(refusal: Refusal, requestId: string): Problem {
  const { code, detail, retryable, retryAfterS, missing } = refusal;
  const words = wordsOf(code);
  return {
    type: `urn:huoti:problem:${words.replaceAll(' ', '-')}`,
    title: words,
    status: statusOf(code),
    detail,
    code,
    retryable,
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
    instance: requestId,
    ...(missing === undefined ? {} : { missing: [...missing] }),
  };
}
