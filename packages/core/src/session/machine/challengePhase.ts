import { DEFAULT_PLAN_ACTIONS, type Action, type StepAction } from '@huoti/protocol';
import { createActionDetector } from '../../challenge/actions/createActionDetector.js';
import { refused } from '../Ending.js';
import { stepCountOf } from '../../plan/stepCountOf.js';
import { askedAction } from './askedAction.js';
import { awaitNeutral } from './awaitNeutral.js';
import type { JudgedFrame } from './onFrame.js';
import { EMPTY_TALLY } from './SessionState.js';
import { emit, enter, finish, set, type StepContext } from './StepContext.js';
import { stepDone } from './stepDone.js';

/**
 * A bystander pauses a window for this long at most, in ms: a poster on the wall must not stop it for ever. Twice the
 * longest pass in the recorded clips (1.4 s).
 */
export const PAUSE_LIMIT_MS = 3000;

/** A gate that fails for this long, in ms, stops the judging; a quick movement does not. Judgement. */
export const GATE_STOP_MS = 700;

const TURNS: readonly Action[] = ['turn-left', 'turn-right', 'turn-one-side', 'turn-other-side'];

/** Going back to where one stood before is no action of its own. */
const UNDOES: Readonly<Partial<Record<Action, Action>>> = { approach: 'away', away: 'approach' };

/**
 * Share of the way from which on a face is coming nearer or going away: whatever it turns by then belongs to that. Before it, a
 * full turn is a turn. Above the tracker's own onset (0.2), so that it is no sway.
 */
export const UNDER_WAY = 0.3;

/**
 * Which other actions are wrong ones while `asked` is asked for. A blink never is; approach and away are judged on size
 * alone, so nods beside them are not, nor turns once they are under way; a turn without a side has no wrong side of its own; and who came closer
 * in a step before may go back at any time after it.
 *
 * @param done what was asked before in the session
 */
export function wrongActionsFor(asked: Action, done: readonly StepAction[] = []): readonly Action[] {
  const others: Action[] = [...DEFAULT_PLAN_ACTIONS, 'away'];
  const sized = asked === 'approach' || asked === 'away';
  return others.filter((action) => {
    if (action === asked || action === 'blink') return false;
    if (done.some((before) => before !== 'light' && UNDOES[before] === action)) return false;
    if (sized && action === 'nod') return false;
    return !(asked === 'turn-one-side' || asked === 'turn-other-side') || !TURNS.includes(action);
  });
}

/** Opens the window of the current step. */
export function beginWindow(context: StepContext, atMs: number, again: boolean): void {
  const { state } = context;
  const planned = askedAction(state);
  if (!planned || !state.baseline) return;
  const baseline = state.baseline;
  const options = state.firstSide === null ? {} : { firstSide: state.firstSide };
  const detector = createActionDetector(planned.action, baseline, options);
  const done = state.plan.steps.slice(0, state.stepIndex).map(({ action }) => action);
  const watchers = wrongActionsFor(planned.action, done).map((action) =>
    createActionDetector(action, baseline),
  );
  for (const each of [detector, ...watchers]) each.start(atMs);
  set(context, {
    neutral: null,
    challenge: {
      startMs: atMs,
      deadlineMs: atMs + planned.timeoutMs,
      pausedMs: 0,
      detector,
      watchers,
      tally: EMPTY_TALLY,
    },
  });
  enter(context, 'challenge', atMs);
  emit(context, {
    type: 'challenge-start',
    atMs,
    action: planned.action,
    index: state.stepIndex,
    count: stepCountOf(state.plan),
    timeoutMs: planned.timeoutMs,
    again,
  });
}

/** One frame inside a window. */
export function inChallenge(context: StepContext, frame: JudgedFrame): void {
  const { state } = context;
  const { challenge } = state;
  const planned = askedAction(state);
  if (!challenge || !planned || !frame.face) return;

  if (frame.bystander && challenge.pausedMs < PAUSE_LIMIT_MS) {
    const pausedMs = challenge.pausedMs + frame.elapsedMs;
    return set(context, {
      challenge: { ...challenge, pausedMs, deadlineMs: challenge.deadlineMs + frame.elapsedMs },
    });
  }
  if (frame.failure && state.gate && frame.timestampMs - state.gate.sinceMs > GATE_STOP_MS) return;

  const { face } = frame;
  const reading = challenge.detector.update(face);
  const sized = planned.action === 'approach' || planned.action === 'away';
  const underWay = sized && reading.progress >= UNDER_WAY;
  const wrong = challenge.watchers
    .map((watcher) => {
      // What turns by while the face comes nearer begins anew behind it.
      if (underWay && TURNS.includes(watcher.action)) watcher.start(frame.timestampMs);
      return { action: watcher.action, reading: watcher.update(face) };
    })
    .find(({ reading: { status } }) => status === 'satisfied');
  if (reading.status === 'satisfied') return satisfied(context, frame.timestampMs, reading.measurements);
  if (wrong || reading.status === 'violated') {
    return wrongAction(context, frame.timestampMs, wrong ? wrong.action : 'the same side');
  }
  emit(context, {
    type: 'challenge-progress',
    atMs: frame.timestampMs,
    action: planned.action,
    progress: reading.progress,
    hint: reading.hint,
    remainingMs: Math.max(0, challenge.deadlineMs - frame.timestampMs),
  });
}

function record(context: StepContext, status: 'satisfied' | 'violated', atMs: number): void {
  const { state } = context;
  const planned = askedAction(state);
  if (!planned || !state.challenge) return;
  const originMs = state.firstFrameMs ?? 0;
  const outcome = {
    action: planned.action,
    status,
    startMs: state.challenge.startMs - originMs,
    endMs: atMs - originMs,
  };
  set(context, { outcomes: [...state.outcomes, outcome] });
  emit(context, { type: 'challenge-end', atMs, action: planned.action, status });
}

function satisfied(context: StepContext, atMs: number, measurements: Readonly<Record<string, number>>): void {
  const { state } = context;
  const asked = askedAction(state)?.action;
  record(context, 'satisfied', atMs);
  if (asked === 'turn-one-side') {
    set(context, { firstSide: measurements.side === 1 ? 1 : -1 });
  }
  stepDone(context, atMs);
}

/** The first wrong action of a session asks the step again; the second ends it. */
function wrongAction(context: StepContext, atMs: number, got: string): void {
  const { state } = context;
  const asked = askedAction(state)?.action;
  if (!asked) return;
  const wrongActions = state.wrongActions + 1;
  set(context, { wrongActions });
  if (wrongActions === 1) {
    emit(context, { type: 'challenge-end', atMs, action: asked, status: 'violated' });
    return awaitNeutral(context, atMs, true);
  }
  record(context, 'violated', atMs);
  finish(
    context,
    refused('WRONG_ACTION', `asked for ${asked}, got ${got}, for the second time in the session`),
  );
}
