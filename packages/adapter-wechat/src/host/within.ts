import { abortedError, createAbortSource, type AbortSignalLike, type Clock } from '@huoti/core';
import type { HuotiError } from '@huoti/protocol';

/** What {@link within} takes. */
export interface WithinOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  /** Longest wait, in ms. */
  readonly limitMs: number;
  /** What it rejects with when that is over. */
  readonly late: () => HuotiError;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * The given promise, or ABORTED as soon as the signal aborts, or `late` when its time is up. The work itself goes on, and who began
 * it cleans up after it. No timer and no listener is left when this settles.
 */
export function within<T>(work: Promise<T>, { clock, limitMs, late, signal }: WithinOptions): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const patience = createAbortSource();
    const settle = (how: () => void): void => {
      patience.abort();
      signal?.removeEventListener('abort', onAbort);
      how();
    };
    const onAbort = (): void => settle(() => reject(abortedError(signal)));
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error as Error)),
    );
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort);
    clock.sleep(limitMs, { signal: patience.signal }).then(
      () => settle(() => reject(late())),
      () => undefined,
    );
  });
}
