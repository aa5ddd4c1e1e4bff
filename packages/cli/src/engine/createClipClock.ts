import { HuotiError } from '@huoti/protocol';
import type { Clock } from '@huoti/core';

/** A clock that follows a recording. */
export interface ClipClock extends Clock {
  /** Moves time to a frame's time. */
  advanceTo(atMs: number): void;
}

/** Time is what the recording's frames say; a sleep ends with the frame that reaches it. */
export function createClipClock(): ClipClock {
  const sleepers = new Set<{ dueMs: number; wake: () => void }>();
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    advanceTo: (atMs) => {
      nowMs = atMs;
      for (const sleeper of [...sleepers]) if (sleeper.dueMs <= nowMs) sleeper.wake();
    },
    sleep: (durationMs, { signal } = {}) =>
      new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
        };
        const onAbort = (): void => {
          leave();
          reject(new HuotiError('ABORTED', 'the sleep was aborted'));
        };
        const sleeper = {
          dueMs: nowMs + durationMs,
          wake: () => {
            leave();
            resolve();
          },
        };
        if (signal?.aborted) return onAbort();
        signal?.addEventListener('abort', onAbort);
        sleepers.add(sleeper);
      }),
  };
}
