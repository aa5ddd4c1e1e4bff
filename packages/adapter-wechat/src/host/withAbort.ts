import { abortedError, type AbortSignalLike } from '@huoti/core';

/**
 * The given promise, or ABORTED as soon as the signal aborts; the work itself goes on, and who began it cleans up after it. Its listener
 * is gone when this settles.
 */
export function withAbort<T>(work: Promise<T>, signal: AbortSignalLike | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const settle = (how: () => void): void => {
      signal.removeEventListener('abort', onAbort);
      how();
    };
    const onAbort = (): void => settle(() => reject(abortedError(signal)));
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error as Error)),
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
}
