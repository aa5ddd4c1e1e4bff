import { abortedError, type AbortSignalLike } from '@huoti/core';

/**
 * The given promise, or ABORTED as soon as the signal aborts; the work itself goes on, and who started it cleans up
 * after it. Its listener is gone when this settles.
 */
export function withAbort<T>(work: Promise<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      signal.removeEventListener('abort', onAbort);
      reject(abortedError(signal));
    };
    if (signal.aborted) {
      work.catch(() => undefined);
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
