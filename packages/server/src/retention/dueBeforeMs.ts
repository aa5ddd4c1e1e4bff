import type { ServerSettings } from '../context/ServerSettings.js';
import { keptSpans, type KeptOptions } from './keptMs.js';

/**
 * Rows of a class that are as old as this, or older, have to go. One moment is enough for all versions of the notice, because an older row is
 * never kept longer than a newer one.
 *
 * @returns ms since 1970 UTC; -Infinity where nothing is due
 */
export function dueBeforeMs(settings: Pick<ServerSettings, 'privacy'>, options: KeptOptions): number {
  const spans = keptSpans(settings, options);
  let dueMs = -Infinity;
  for (const [index, { fromMs, keptMs }] of spans.entries()) {
    const lastMs = (spans[index + 1]?.fromMs ?? Infinity) - 1;
    const ownMs = Math.min(lastMs, options.nowMs - keptMs);
    if (ownMs >= fromMs) dueMs = Math.max(dueMs, ownMs);
  }
  return dueMs;
}
