import type { RandomSource } from '../../host/RandomSource.js';
import { DEADLINES, searchDeadlineMs, totalDeadlineMs } from '../deadlines.js';
import { refused, type Ending } from '../Ending.js';
import { askedAction } from './askedAction.js';
import { checkTime } from './checkTime.js';
import { searchEnding, windowEnding } from './deadlineEnding.js';
import { endLight, onLightShown } from './lightPhase.js';
import { onFrame } from './onFrame.js';
import { namesSide, onStepRevealed, UNKNOWN_SIDE } from './revealingPhase.js';
import type { SessionEffect } from './SessionEffect.js';
import type { SessionInput } from './SessionInput.js';
import type { SessionState } from './SessionState.js';
import { emit, enter, finish, set, type StepContext } from './StepContext.js';

/** What a step gives back. */
export interface StepResult {
  readonly state: SessionState;
  readonly effects: readonly SessionEffect[];
}

/**
 * One step of a session: what is known, and what happened, to what is known next and what is to be done. No clock, no
 * timer, no host: the same inputs give the same outputs.
 *
 * @example const { state, effects } = step(initialSessionState(plan), { type: 'start', atMs: 0 }, random);
 */
export function step(before: SessionState, input: SessionInput, random: RandomSource): StepResult {
  const context: StepContext = { state: before, effects: [], random };
  if (before.ending) return { state: before, effects: [] };

  const broken = checkTime(before, input);
  if (broken) finish(context, broken);
  else {
    set(context, { lastInputMs: input.atMs });
    handle(context, input);
    if (!context.state.ending && input.type !== 'source-ended') checkDeadlines(context, input.atMs);
  }
  if (context.state.ending) set(context, { phase: 'closing', phaseSinceMs: input.atMs });
  return { state: context.state, effects: context.effects };
}

function handle(context: StepContext, input: SessionInput): void {
  switch (input.type) {
    case 'start':
      enter(context, 'loading', input.atMs);
      context.effects.push({ type: 'load-landmarker' });
      return;
    case 'landmarker-ready':
      enter(context, 'opening', input.atMs);
      context.effects.push({ type: 'open-source' });
      return;
    case 'source-open':
      return onSourceOpen(context, input);
    case 'frame':
      return onFrame(context, input);
    case 'step-revealed':
      return onStepRevealed(context, input.step);
    case 'light-shown':
      return onLightShown(context, input.shownAtMs);
    case 'source-ended':
      return onSourceEnded(context, input.atMs);
    case 'tick':
      // Time passed; the deadlines look at it.
      return;
  }
}

function onSourceOpen(context: StepContext, input: Extract<SessionInput, { type: 'source-open' }>): void {
  const { mirroringKnown } = input;
  if (!mirroringKnown && context.state.plan.steps.some(namesSide)) return finish(context, UNKNOWN_SIDE);
  set(context, { openedMs: input.atMs, mirroringKnown });
  emit(context, { type: 'camera-open', atMs: input.atMs, warnings: input.warnings });
  enter(context, 'finding', input.atMs);
}

/** A recording has no more frames: what was not done by now is not done. */
function onSourceEnded(context: StepContext, atMs: number): void {
  const { state } = context;
  if (state.phase === 'challenge' || state.phase === 'light') {
    return endWindow(context, atMs, 'the recording ended before it was done');
  }
  if (state.phase === 'neutral' || state.phase === 'revealing') {
    const action = state.plan.steps[state.stepIndex]?.action ?? `step ${state.stepIndex + 1}`;
    return finish(context, refused('CHALLENGE_TIMEOUT', `the recording ended before ${action} was asked`));
  }
  finish(context, searchEnding(state.search));
}

function endWindow(context: StepContext, atMs: number, what: string): void {
  const { state } = context;
  if (state.light) return endLight(context, atMs, what);
  const action = askedAction(state)?.action;
  if (action && state.challenge) {
    const startMs = state.challenge.startMs - (state.firstFrameMs ?? 0);
    const endMs = atMs - (state.firstFrameMs ?? 0);
    set(context, { outcomes: [...state.outcomes, { action, status: 'timed-out', startMs, endMs }] });
    emit(context, { type: 'challenge-end', atMs, action, status: 'timed-out' });
  }
  finish(context, windowEnding(state, what));
}

const stalled = (message: string) =>
  ({ kind: 'fault', code: 'CAMERA_INTERRUPTED', message, retryable: true }) as const;

function checkDeadlines(context: StepContext, atMs: number): void {
  const { state } = context;
  const inPhaseMs = atMs - state.phaseSinceMs;
  if (state.phase === 'loading' && inPhaseMs > DEADLINES.loadingMs) {
    return finish(context, {
      kind: 'fault',
      code: 'MODEL_LOAD_FAILED',
      message: `the models did not arrive within ${DEADLINES.loadingMs / 1000} s: check the connection and try again`,
      retryable: true,
    });
  }
  if (state.phase === 'opening' && inPhaseMs > DEADLINES.openingMs) {
    return finish(
      context,
      stalled(`the camera did not open within ${DEADLINES.openingMs / 1000} s: allow it and try again`),
    );
  }
  if (state.openedMs === null) return;
  if (state.firstFrameMs === null || state.lastFrameAtMs === null) {
    if (atMs - state.openedMs > DEADLINES.firstFrameMs) {
      finish(
        context,
        stalled(`the camera opened and gave no picture within ${DEADLINES.firstFrameMs / 1000} s`),
      );
    }
    return;
  }
  if (atMs - state.lastFrameAtMs > DEADLINES.frameGapMs + state.lagMs) {
    return finish(context, stalled(`the camera gave no picture for ${DEADLINES.frameGapMs / 1000} s`));
  }
  checkPersonDeadlines(context, atMs, state.firstFrameMs);
}

const NO_LIGHT: Ending = {
  kind: 'fault',
  code: 'HOST_ERROR',
  message: `the screen did not show a colour within ${DEADLINES.lightShowMs / 1000} s: bring the page to the front and try again`,
  retryable: true,
};

const windowSeconds = ({ plan, stepIndex }: SessionState): number =>
  (plan.steps[stepIndex]?.timeoutMs ?? 0) / 1000;

function checkPersonDeadlines(context: StepContext, atMs: number, firstFrameMs: number): void {
  const { state } = context;
  const searchEndMs = searchDeadlineMs(state.plan, firstFrameMs);
  if (state.phase === 'finding' && atMs > searchEndMs) return finish(context, searchEnding(state.search));
  if (state.phase === 'calibrating' && atMs > searchEndMs + DEADLINES.calibratingMs) {
    return finish(context, searchEnding(state.search));
  }
  if (state.phase === 'challenge' && state.challenge && atMs > state.challenge.deadlineMs) {
    return endWindow(context, atMs, `not done within ${windowSeconds(state)} s`);
  }
  if (state.phase === 'light' && state.light) {
    const { askedMs, deadlineMs } = state.light;
    if (askedMs !== null && atMs - askedMs > DEADLINES.lightShowMs + state.lagMs) {
      return finish(context, NO_LIGHT);
    }
    if (atMs > deadlineMs) return endWindow(context, atMs, `not done within ${windowSeconds(state)} s`);
  }
  if (state.phase === 'neutral' && atMs - state.phaseSinceMs > DEADLINES.neutralMs) {
    return finish(
      context,
      refused(
        'CHALLENGE_TIMEOUT',
        `no neutral face within ${DEADLINES.neutralMs / 1000} s between two actions`,
      ),
    );
  }
  if (state.phase === 'revealing' && atMs - state.phaseSinceMs > DEADLINES.revealMs) {
    return finish(context, {
      kind: 'fault',
      code: 'NETWORK_FAILED',
      message: `the next step did not arrive within ${DEADLINES.revealMs / 1000} s: check the connection and try again`,
      retryable: true,
    });
  }
  if (atMs > totalDeadlineMs(state.plan, firstFrameMs)) {
    const what = `the session's ${state.plan.totalMs / 1000} s were over`;
    if (state.phase === 'challenge' || state.phase === 'light') return endWindow(context, atMs, what);
    if (state.phase === 'neutral' || state.phase === 'revealing') {
      return finish(context, refused('CHALLENGE_TIMEOUT', what));
    }
    finish(context, searchEnding(state.search));
  }
}
