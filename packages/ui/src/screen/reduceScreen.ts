import { hintKeyFor } from '../hint/hintKeyFor.js';
import { NO_HINT, reduceHint } from '../hint/reduceHint.js';
import { announce } from './announce.js';
import { applyEvent } from './applyEvent.js';
import { hintCauseOf } from './hintCauseOf.js';
import type { ScreenEvent } from './ScreenEvent.js';
import type { OvalState, ScreenState } from './ScreenState.js';
import { COUNTDOWN_FROM_SECONDS } from './screenTimings.js';

const ovalOf = (state: ScreenState): OvalState => {
  if (state.kind === 'finding' || state.kind === 'challenge' || state.kind === 'light') {
    if (!state.memory.faceVisible) return 'searching';
    return state.memory.failingGate === null ? 'ready' : 'adjust';
  }
  if (state.kind === 'neutral') return state.memory.afterMistake ? 'ready' : 'done';
  if (state.kind === 'result' || state.kind === 'error')
    return state.outcome?.status === 'completed' ? 'done' : 'failed';
  return 'idle';
};

/**
 * From what happened to what a person sees: one screen, one big line, one hint at a time. Pure: the same events at the
 * same times give the same screens.
 *
 * @param nowMs monotonic, of one clock of the caller's; the events' own times are not read
 * @example
 * let screen = createScreenState(clock.nowMs());
 * session.subscribe((event) => { screen = reduceScreen(screen, event, clock.nowMs()); draw(screen); });
 */
export function reduceScreen(state: ScreenState, event: ScreenEvent, nowMs: number): ScreenState {
  const moved = applyEvent(state, event, nowMs);
  const changedScreen = moved.kind !== state.kind || moved.step?.index !== state.step?.index;
  const { cause, stuckSinceMs } = hintCauseOf(moved, nowMs);
  // A hint of the screen before says nothing about this one.
  const hint = reduceHint(changedScreen ? NO_HINT : moved.memory.hint, cause, nowMs, stuckSinceMs);
  const { deadlineMs } = moved.memory;
  const secondsLeft = deadlineMs === null ? null : Math.max(0, Math.ceil((deadlineMs - nowMs) / 1000));
  // The session stops the clock while somebody else is in view.
  const paused = moved.memory.failingGate === 'several-faces';
  const outcomeKey = moved.outcome?.bodyKey ?? null;
  const introKey = moved.kind === 'intro' ? moved.hintKey : null;
  const next: ScreenState = {
    ...moved,
    hintKey:
      outcomeKey ?? introKey ?? (hint.shown === null ? null : hintKeyFor(hint.shown.cause, hint.shown.level)),
    hintLevel: hint.shown?.level ?? 0,
    countdownSeconds:
      !paused && moved.kind === 'challenge' && secondsLeft !== null && secondsLeft <= COUNTDOWN_FROM_SECONDS
        ? secondsLeft
        : null,
    memory: {
      ...moved.memory,
      hint,
      kindSinceMs: moved.kind === state.kind ? moved.memory.kindSinceMs : nowMs,
    },
  };
  return announce(state, { ...next, oval: ovalOf(next) }, nowMs);
}
