import { isHuotiError } from '@huoti/protocol';
import type { ThreadAnswer } from './ThreadAnswer.js';

/** Runs work inside of a judging thread and packs what comes of it. */
export async function answerOf<T>(work: () => Promise<T>): Promise<ThreadAnswer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (isHuotiError(error))
      return { ok: false, code: error.code, message: error.message, retryable: error.retryable };
    // Nothing is known about it: another try, in a fresh thread, may go well.
    const name = error instanceof Error ? error.name : typeof error;
    return { ok: false, code: 'HOST_ERROR', message: `the judging thread failed: ${name}`, retryable: true };
  }
}
