import type { ScreenState } from './ScreenState.js';
import { ANNOUNCE_GAP_MS } from './screenTimings.js';

/**
 * Decides what is spoken: a new prompt or end at once, a hint only after a gap, and never twice in a row for one prompt.
 */
export function announce(before: ScreenState, after: ScreenState, nowMs: number): ScreenState {
  const id = (before.announcement?.id ?? 0) + 1;
  const newPrompt =
    after.kind !== 'intro' &&
    (before.promptKey !== after.promptKey ||
      (before.kind !== after.kind && after.outcome !== null) ||
      before.step?.index !== after.step?.index);
  if (newPrompt) {
    return {
      ...after,
      // The headline of an end has the focus and is read by that; what is spoken here is the line under it.
      announcement: {
        id,
        key: after.outcome?.bodyKey ?? after.promptKey,
        withStep: (after.kind === 'challenge' || after.kind === 'light') && after.step !== null,
      },
      memory: { ...after.memory, announcedAtMs: nowMs, announcedHintKey: after.outcome?.bodyKey ?? null },
    };
  }
  const { hintKey, memory } = after;
  if (
    hintKey === null ||
    hintKey === memory.announcedHintKey ||
    after.outcome !== null ||
    nowMs - memory.announcedAtMs < ANNOUNCE_GAP_MS
  ) {
    return after;
  }
  return {
    ...after,
    announcement: { id, key: hintKey, withStep: false },
    memory: { ...memory, announcedAtMs: nowMs, announcedHintKey: hintKey },
  };
}
