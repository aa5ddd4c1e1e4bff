import type { AbortSignalLike } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';

/** Rejects with ABORTED as soon as the signal aborts, and leaves no listener behind. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignalLike): Promise<T> {
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new HuotiError('ABORTED', 'the check was cancelled', { retryable: true }));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
