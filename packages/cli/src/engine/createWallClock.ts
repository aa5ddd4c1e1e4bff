import { setTimeout as wait } from 'node:timers/promises';
import { HuotiError } from '@huoti/protocol';
import type { Clock } from '@huoti/core';

/** The machine's own time: what the engine's watchdog measures by, whatever time a recording says it is. */
export function createWallClock(): Clock {
  return {
    nowMs: () => performance.now(),
    sleep: async (durationMs, { signal } = {}) => {
      const abort = new AbortController();
      const onAbort = (): void => abort.abort();
      if (signal?.aborted) throw new HuotiError('ABORTED', 'the sleep was aborted');
      signal?.addEventListener('abort', onAbort);
      try {
        await wait(durationMs, undefined, { signal: abort.signal });
      } catch (error) {
        throw new HuotiError('ABORTED', 'the sleep was aborted', { cause: error });
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}
