import type { Time } from '../ports/Time.js';

/** A wall clock that stands still until a test moves it; backwards too. */
export interface ManualTime extends Time {
  advanceBy(durationMs: number): void;
  set(atMs: number): void;
}

/**
 * A clock moved by hand.
 *
 * @example const time = createManualTime(); time.advanceBy(30_000);
 */
export function createManualTime({
  startMs = Date.UTC(2026, 0, 15, 12),
}: { startMs?: number } = {}): ManualTime {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    advanceBy: (durationMs) => {
      nowMs += durationMs;
    },
    set: (atMs) => {
      nowMs = atMs;
    },
  };
}
