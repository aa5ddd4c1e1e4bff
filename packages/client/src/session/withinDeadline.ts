import { abortedError, createAbortSource, type AbortSignalLike, type Clock } from '@huoti/core';
import type { HuotiError } from '@huoti/protocol';

/** Waits for a host's work no longer than its deadline, and no longer than the caller; leaves no timer behind. */
export async function withinDeadline<T>(
  work: Promise<T>,
  {
    clock,
    signal,
    limitMs,
    late,
  }: { clock: Clock; signal: AbortSignalLike; limitMs: number; late: HuotiError },
): Promise<T> {
  // A work that loses the race may still reject.
  work.catch(() => undefined);
  const pause = createAbortSource(signal);
  const limit = clock.sleep(limitMs, { signal: pause.signal }).then(
    () => {
      throw late;
    },
    () => (signal.aborted ? Promise.reject(abortedError(signal)) : new Promise<never>(() => undefined)),
  );
  limit.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    pause.abort();
  }
}
