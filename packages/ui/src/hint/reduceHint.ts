import { sameCause, type HintCause } from './HintCause.js';
import type { HintLevel } from './HintLevel.js';
import { hintKeyFor } from './hintKeyFor.js';
import {
  HINT_CLEAR_MS,
  HINT_DEBOUNCE_MS,
  HINT_LEVEL_1_MS,
  HINT_LEVEL_2_MS,
  HINT_MIN_HOLD_MS,
  HINT_RESUME_MS,
} from './hintTimings.js';

/** A hint on its way or on the screen. Times in ms. */
export interface ShownHint {
  readonly cause: HintCause;
  readonly level: HintLevel;
  /** When this text came up. */
  readonly shownAtMs: number;
  /** Since when the person has been stuck with it. */
  readonly stuckSinceMs: number;
  /** When the trouble was last there. */
  readonly seenAtMs: number;
}

/** What the hint line remembers. Plain data. */
export interface HintMemory {
  readonly shown: ShownHint | null;
  /** Since when something, whatever it is, has been wrong; `null` while nothing is. */
  readonly troubleSinceMs: number | null;
  /** The hint that was there before, so that a trouble that comes back does not start over. */
  readonly previous: ShownHint | null;
}

export const NO_HINT: HintMemory = { shown: null, troubleSinceMs: null, previous: null };

const levelAfter = (stuckMs: number): HintLevel =>
  stuckMs >= HINT_LEVEL_2_MS ? 2 : stuckMs >= HINT_LEVEL_1_MS ? 1 : 0;

const says = (hint: ShownHint): boolean => hintKeyFor(hint.cause, hint.level) !== null;

/**
 * One step of the hint line: debounced, held long enough to be read, fuller the longer a person stays stuck. Pure.
 *
 * @param cause what is wrong now, the most important thing only; `null` when nothing is
 * @param stuckSinceMs since when the person has been stuck, where the caller knows it better than "since this cause came"
 */
export function reduceHint(
  memory: HintMemory,
  cause: HintCause | null,
  nowMs: number,
  stuckSinceMs?: number,
): HintMemory {
  const { shown } = memory;
  if (cause === null) {
    if (shown === null) return memory.troubleSinceMs === null ? memory : { ...memory, troubleSinceMs: null };
    const read = nowMs - shown.shownAtMs >= HINT_MIN_HOLD_MS || !says(shown);
    const over = nowMs - shown.seenAtMs >= HINT_CLEAR_MS;
    return read && over
      ? { shown: null, troubleSinceMs: null, previous: shown }
      : { ...memory, troubleSinceMs: null };
  }

  const troubleSinceMs = memory.troubleSinceMs ?? nowMs;
  if (shown !== null && sameCause(shown.cause, cause)) {
    const since = stuckSinceMs ?? shown.stuckSinceMs;
    const level = levelAfter(nowMs - since);
    // Never back to fewer words while the same trouble lasts.
    const next = level > shown.level || stuckSinceMs !== undefined ? level : shown.level;
    const changed = hintKeyFor(cause, next) !== hintKeyFor(cause, shown.level);
    const held = nowMs - shown.shownAtMs >= HINT_MIN_HOLD_MS || !says(shown);
    if (changed && !held) return { ...memory, troubleSinceMs, shown: { ...shown, seenAtMs: nowMs } };
    return {
      ...memory,
      troubleSinceMs,
      shown: {
        cause,
        level: next,
        shownAtMs: changed ? nowMs : shown.shownAtMs,
        stuckSinceMs: since,
        seenAtMs: nowMs,
      },
    };
  }

  if (nowMs - troubleSinceMs < HINT_DEBOUNCE_MS) return { ...memory, troubleSinceMs };
  if (shown !== null && says(shown) && nowMs - shown.shownAtMs < HINT_MIN_HOLD_MS) {
    return { ...memory, troubleSinceMs };
  }
  const { previous } = memory;
  const comesBack =
    previous !== null && sameCause(previous.cause, cause) && nowMs - previous.seenAtMs < HINT_RESUME_MS;
  const since = stuckSinceMs ?? (comesBack ? previous.stuckSinceMs : troubleSinceMs);
  const next: ShownHint = {
    cause,
    level: levelAfter(nowMs - since),
    shownAtMs: nowMs,
    stuckSinceMs: shown === null || stuckSinceMs !== undefined || comesBack ? since : nowMs,
    seenAtMs: nowMs,
  };
  const fresh = { ...next, level: levelAfter(nowMs - next.stuckSinceMs) };
  // The same words under another cause are not a new hint.
  const sameWords =
    shown !== null && hintKeyFor(shown.cause, shown.level) === hintKeyFor(fresh.cause, fresh.level);
  return {
    shown: sameWords ? { ...fresh, shownAtMs: shown.shownAtMs } : fresh,
    troubleSinceMs,
    previous: shown ?? previous,
  };
}
