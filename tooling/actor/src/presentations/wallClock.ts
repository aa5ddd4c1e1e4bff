import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';

/** The machine's own time, for the engine's watchdog: sessions run on a clock of their own. */
export const wallClock: Clock = {
  nowMs: () => performance.now(),
  sleep: async (durationMs, { signal } = {}) => {
    const abort = new AbortController();
    const onAbort = (): void => abort.abort();
    if (signal?.aborted) throw new HuotiError('ABORTED', 'the sleep was aborted');
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
