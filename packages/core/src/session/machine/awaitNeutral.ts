import { randomBelow } from '../../plan/randomBelow.js';
import { NEUTRAL_HOLD_MS, NEUTRAL_JITTER_MS } from '../deadlines.js';
import { enter, set, type StepContext } from './StepContext.js';

/** Waits for a neutral face before the next window. */
export function awaitNeutral(context: StepContext, atMs: number, again: boolean): void {
  const holdMs = NEUTRAL_HOLD_MS + randomBelow(context.random, NEUTRAL_JITTER_MS + 1);
  set(context, { challenge: null, neutral: { sinceMs: null, holdMs, scales: [], again } });
  enter(context, 'neutral', atMs);
}
