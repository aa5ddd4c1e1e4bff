import { abortedError, type Clock } from '@huoti/core';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';

/** What {@link createBrowserClock} takes. */
export interface BrowserClockOptions {
  /** @default the page */
  environment?: Pick<BrowserEnvironment, 'nowMs' | 'setTimer' | 'clearTimer'>;
}

/**
 * The page's monotonic clock (`performance.now`), on whose scale every frame of this package is stamped.
 *
 * @example const clock = createBrowserClock(); await clock.sleep(300, { signal });
 */
export function createBrowserClock({ environment = pageEnvironment }: BrowserClockOptions = {}): Clock {
  return {
    nowMs: () => environment.nowMs(),
    sleep: (durationMs, { signal } = {}) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) {
          reject(abortedError(signal));
          return;
        }
        const onAbort = (): void => {
          environment.clearTimer(timer);
          signal?.removeEventListener('abort', onAbort);
          reject(abortedError(signal));
        };
        const timer = environment.setTimer(() => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        }, durationMs);
        signal?.addEventListener('abort', onAbort);
      }),
  };
}
