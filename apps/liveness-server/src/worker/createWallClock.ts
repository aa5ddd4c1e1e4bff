import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';

/** The machine's own time: what the engine's watchdogs measure by. */
export function createWallClock(): Clock {
  return {
    nowMs: () => performance.now(),
    sleep: async (durationMs, { signal } = {}) => {
      if (signal?.aborted) throw new HuotiError('ABORTED', 'the sleep was aborted');
      const abort = new AbortController();
      const onAbort = (): void => abort.abort();
      signal?.addEventListener('abort', onAbort);
      try {
        await wait(durationMs, undefined, { signal: abort.signal });
      } catch (cause) {
        throw new HuotiError('ABORTED', 'the sleep was aborted', { cause });
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}
