import type { HintCause } from '../hint/HintCause.js';
import { HINT_LEVEL_1_MS } from '../hint/hintTimings.js';
import type { ScreenKind, ScreenState } from './ScreenState.js';
import { PERMISSION_HINT_MS, SLOW_LOADING_MS } from './screenTimings.js';

const WITH_PICTURE: readonly ScreenKind[] = ['finding', 'challenge', 'light', 'neutral'];

/** The one thing that matters most now: no face before a poor picture, a poor picture before the action. */
export function hintCauseOf(
  state: ScreenState,
  nowMs: number,
): { cause: HintCause | null; stuckSinceMs?: number } {
  const { memory, kind } = state;
  const sinceKind = nowMs - memory.kindSinceMs;
  if (kind === 'loading') return { cause: sinceKind >= SLOW_LOADING_MS ? { kind: 'slow-loading' } : null };
  if (kind === 'permission')
    return { cause: sinceKind >= PERMISSION_HINT_MS ? { kind: 'permission' } : null };
  if (!WITH_PICTURE.includes(kind)) return { cause: null };
  if (state.promptKey === 'closing.title') return { cause: null };
  if (!memory.faceVisible) return { cause: { kind: 'no-face' } };
  if (memory.failingGate !== null) return { cause: { kind: 'gate', gate: memory.failingGate } };
  if (kind === 'light') return { cause: { kind: 'light', hint: memory.lightAgain ? 'moved' : 'keep' } };
  if (kind === 'neutral' && memory.afterMistake) return { cause: { kind: 'again' } };
  if (kind !== 'challenge' || memory.actionCause === null) return { cause: null };
  if (nowMs < memory.againUntilMs) return { cause: { kind: 'again' } };
  // Who has been asked twice gets the fuller words at once.
  const afterMistake = memory.afterMistake ? HINT_LEVEL_1_MS : 0;
  return { cause: memory.actionCause, stuckSinceMs: memory.progressGainAtMs - afterMistake };
}
