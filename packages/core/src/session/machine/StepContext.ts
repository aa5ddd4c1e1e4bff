import type { RandomSource } from '../../host/RandomSource.js';
import type { SessionEvent, SessionPhase } from '../SessionEvent.js';
import type { Ending } from '../Ending.js';
import type { SessionEffect } from './SessionEffect.js';
import type { SessionState } from './SessionState.js';

/** The state under construction and the effects so far: made anew for every step. */
export interface StepContext {
  state: SessionState;
  readonly effects: SessionEffect[];
  readonly random: RandomSource;
}

/** Replaces some facts. */
export function set(context: StepContext, facts: Partial<SessionState>): void {
  context.state = { ...context.state, ...facts };
}

/** Tells the listeners. */
export function emit(context: StepContext, event: SessionEvent): void {
  context.effects.push({ type: 'emit', event });
}

/** Goes on to another phase and says so. */
export function enter(context: StepContext, phase: SessionPhase, atMs: number): void {
  set(context, { phase, phaseSinceMs: atMs });
  emit(context, { type: 'phase-change', phase, atMs });
}

/** Ends the session; the first ending counts. */
export function finish(context: StepContext, ending: Ending): void {
  if (context.state.ending) return;
  set(context, { ending });
  context.effects.push({ type: 'finish', ending });
}
