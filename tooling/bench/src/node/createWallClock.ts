import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@huoti/core';

/** The machine's own time; a sleep that is aborted leaves no timer. */
export function createWallClock(): Clock {
  return {
    nowMs: () => performance.now(),
    async sleep(durationMs, { signal } = {}) {
      const ending = new AbortController();
      const end = (): void => ending.abort();
      if (signal?.aborted) end();
      signal?.addEventListener('abort', end);
      try {
        await wait(durationMs, undefined, { signal: ending.signal });
      } finally {
        signal?.removeEventListener('abort', end);
      }
    },
  };
}
