import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { Clock } from '../host/Clock.js';
import { abortedError } from '../host/abortedError.js';

/** A clock that stands still until a test, or the reader of a recording, moves it. */
export interface ManualClock extends Clock {
  /** Sleeps that have not ended. */
  readonly sleeperCount: number;
  /** Moves time to `atMs` and wakes whoever is due, in the order they are due. Going back is allowed: a fault to test. */
  advanceTo(atMs: number): void;
  advanceBy(durationMs: number): void;
}

/**
 * A clock moved by hand.
 *
 * @example
 * const clock = createManualClock();
 * const slept = clock.sleep(100);
 * clock.advanceBy(100);
 * await slept;
 */
export function createManualClock({ startMs = 0 }: { startMs?: number } = {}): ManualClock {
  const sleepers = new Set<{ dueMs: number; wake: () => void }>();
  let nowMs = startMs;
  const advanceTo = (atMs: number): void => {
    nowMs = atMs;
    const due = Array.from(sleepers).filter((sleeper) => sleeper.dueMs <= nowMs);
    due.sort((a, b) => a.dueMs - b.dueMs);
    for (const sleeper of due) sleeper.wake();
  };
  return {
    nowMs: () => nowMs,
    get sleeperCount() {
      return sleepers.size;
    },
    advanceTo,
    advanceBy: (durationMs) => advanceTo(nowMs + durationMs),
    sleep: (durationMs, { signal }: { signal?: AbortSignalLike | undefined } = {}) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(abortedError(signal));
        const leave = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
        };
        const onAbort = (): void => {
          leave();
          reject(abortedError(signal));
        };
        const sleeper = {
          dueMs: nowMs + durationMs,
          wake: () => {
            leave();
            resolve();
          },
        };
        signal?.addEventListener('abort', onAbort);
        sleepers.add(sleeper);
        if (durationMs <= 0) sleeper.wake();
      }),
  };
}
