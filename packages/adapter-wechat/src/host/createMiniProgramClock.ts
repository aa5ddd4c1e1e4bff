import { abortedError, type Clock } from '@huoti/core';
import { timers } from './timers.js';

/** What {@link createMiniProgramClock} takes. */
export interface MiniProgramClockOptions {
  /** Wall clock, ms since 1970. @default Date.now */
  readonly epochMs?: () => number;
  /** @default setTimeout and clearTimeout */
  readonly timers?: {
    set(callback: () => void, delayMs: number): unknown;
    clear(handle: unknown): void;
  };
}

/**
 * A clock for a realm that has no `performance.now`: the wall clock, kept from going back. When the phone's time is set back it goes on
 * from where it was; a leap forward can't be told from a realm that was frozen, and ends a session as that does. It starts at 0 and
 * counts in ms. Every piece of one session shares one.
 *
 * @example const clock = createMiniProgramClock(); await clock.sleep(300, { signal });
 */
export function createMiniProgramClock({
  epochMs = () => Date.now(),
  timers: { set, clear } = timers,
}: MiniProgramClockOptions = {}): Clock {
  let lastMs = epochMs();
  let elapsedMs = 0;
  return {
    nowMs() {
      const nowMs = epochMs();
      if (nowMs > lastMs) elapsedMs += nowMs - lastMs;
      lastMs = nowMs;
      return elapsedMs;
    },
    sleep: (durationMs, { signal } = {}) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(abortedError(signal));
        const onAbort = (): void => {
          clear(timer);
          signal?.removeEventListener('abort', onAbort);
          reject(abortedError(signal));
        };
        const timer = set(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }, durationMs);
        signal?.addEventListener('abort', onAbort);
      }),
  };
}
