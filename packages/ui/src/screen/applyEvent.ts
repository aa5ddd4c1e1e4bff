import type { SessionEvent } from '@huoti/core';
import { outcomeOfError, outcomeOfResult, outcomeOfSession } from './outcomeOf.js';
import type { ScreenEvent } from './ScreenEvent.js';
import {
  createScreenState,
  type Cue,
  type ScreenMemory,
  type ScreenOutcome,
  type ScreenState,
} from './ScreenState.js';
import { AGAIN_HINT_MS, PROGRESS_GAIN } from './screenTimings.js';

const clamp01 = (value: number): number => (value > 0 ? Math.min(value, 1) : 0);

const cue = (state: ScreenState, haptic: Cue['haptic'], voiceKey: Cue['voiceKey'] = null): Cue => ({
  id: (state.cue?.id ?? 0) + 1,
  haptic,
  voiceKey,
});

const remember = (state: ScreenState, memory: Partial<ScreenMemory>): ScreenState => ({
  ...state,
  memory: { ...state.memory, ...memory },
});

/** The end: nothing of the run is left on the screen. Ids go on, so that nothing is spoken or felt twice. */
const ended = (state: ScreenState, outcome: ScreenOutcome, nowMs: number): ScreenState => ({
  ...createScreenState(nowMs),
  kind: outcome.status === 'error' ? 'error' : 'result',
  promptKey: outcome.titleKey,
  progress: outcome.status === 'completed' ? 1 : 0,
  overallProgress: outcome.status === 'completed' ? 1 : state.overallProgress,
  step: state.step,
  outcome,
  announcement: state.announcement,
  cue: cue(state, outcome.status === 'completed' ? 'success' : 'failure', outcome.titleKey),
});

const entered = (
  state: ScreenState,
  phase: Extract<SessionEvent, { type: 'phase-change' }>['phase'],
): ScreenState => {
  switch (phase) {
    case 'loading':
      return { ...state, kind: 'loading', promptKey: 'loading.title', progress: 0 };
    case 'opening':
      return { ...state, kind: 'permission', promptKey: 'permission.title', progress: 0 };
    case 'finding':
      return { ...state, kind: 'finding', promptKey: 'finding.title', progress: 0 };
    case 'calibrating':
      return { ...state, kind: 'finding', promptKey: 'calibrating.title' };
    case 'light':
      return remember(
        { ...state, kind: 'light', promptKey: 'light.title', action: null, progress: 0 },
        { deadlineMs: null, actionCause: null, afterMistake: false, lightAgain: false },
      );
    case 'neutral':
      return remember(
        {
          ...state,
          kind: 'neutral',
          // Praise only after a step that was done.
          promptKey: state.step !== null && !state.memory.afterMistake ? 'neutral.done' : 'neutral.title',
          action: null,
        },
        { deadlineMs: null, actionCause: null },
      );
    case 'closing':
      return remember(
        { ...state, kind: 'neutral', promptKey: 'closing.title', action: null },
        { deadlineMs: null },
      );
    // Asking for the next step takes a moment of the breath before it.
    case 'revealing':
    case 'challenge':
    case 'idle':
    case 'ended':
      return state;
  }
};

/** A step was done: a moment of praise, and the breath before the next one. */
function stepDone(state: ScreenState): ScreenState {
  if (state.step === null) return state;
  return remember(
    {
      ...state,
      kind: 'neutral',
      promptKey: 'neutral.done',
      action: null,
      progress: 1,
      overallProgress: (state.step.index + 1) / Math.max(1, state.step.count),
      cue: cue(state, 'step'),
    },
    { deadlineMs: null, actionCause: null, afterMistake: false },
  );
}

/** The camera is off: nothing is asked of the person any more, but to stay. */
const sending = (state: ScreenState): ScreenState =>
  remember(
    { ...state, kind: 'sending', action: null, hintKey: null },
    { deadlineMs: null, actionCause: null, failingGate: null },
  );

/** What an event alone changes; hints, countdown, oval and spoken texts are worked out afterwards. */
export function applyEvent(state: ScreenState, event: ScreenEvent, nowMs: number): ScreenState {
  switch (event.type) {
    case 'screen-start':
      return {
        ...createScreenState(nowMs),
        kind: 'loading',
        promptKey: 'loading.title',
        announcement: state.announcement,
        cue: state.cue,
      };
    case 'screen-cancel':
      return {
        ...createScreenState(nowMs),
        hintKey: 'intro.cancelled',
        announcement: state.announcement,
        cue: state.cue,
      };
    case 'screen-error':
      return ended(state, outcomeOfError(event.code, event.retryable), nowMs);
    case 'session-end':
      // Without a result the run throws, and `screen-error` or `screen-cancel` follows.
      return event.result === null ? state : ended(state, outcomeOfResult(event.result), nowMs);
    case 'phase-change':
      return entered(state, event.phase);
    case 'load-progress':
      return state.kind === 'loading'
        ? { ...state, progress: Math.max(state.progress, clamp01(event.fraction)) }
        : state;
    case 'face-found':
      return remember(state, { faceVisible: true });
    case 'face-lost':
      return remember(state, { faceVisible: false });
    case 'frame-judged':
      return (event.box !== null) === state.memory.faceVisible
        ? state
        : remember(state, { faceVisible: event.box !== null });
    case 'gate-fail':
      return remember(state, { failingGate: event.gate, faceVisible: true });
    case 'gate-pass':
      return remember(state, { failingGate: null });
    case 'challenge-start':
      return remember(
        {
          ...state,
          kind: 'challenge',
          promptKey: `action.${event.action}`,
          action: event.action,
          step: { index: event.index, count: event.count },
          progress: 0,
          overallProgress: event.index / Math.max(1, event.count),
        },
        {
          deadlineMs: nowMs + event.timeoutMs,
          progressGainAtMs: nowMs,
          progressMark: 0,
          actionCause: { kind: 'action', action: event.action, hint: 'none' },
          afterMistake: event.again,
          againUntilMs: event.again ? nowMs + AGAIN_HINT_MS : -Infinity,
        },
      );
    case 'challenge-progress': {
      if (state.kind !== 'challenge' || state.action !== event.action || state.step === null) return state;
      const progress = Math.max(state.progress, clamp01(event.progress));
      const gained = progress - state.memory.progressMark >= PROGRESS_GAIN;
      return remember(
        {
          ...state,
          progress,
          overallProgress: (state.step.index + progress) / Math.max(1, state.step.count),
        },
        {
          deadlineMs: nowMs + event.remainingMs,
          actionCause: { kind: 'action', action: event.action, hint: event.hint },
          progressGainAtMs: gained ? nowMs : state.memory.progressGainAtMs,
          progressMark: gained ? progress : state.memory.progressMark,
        },
      );
    }
    case 'challenge-end':
      return event.status === 'satisfied'
        ? stepDone(state)
        : remember(state, { deadlineMs: null, afterMistake: true });
    case 'light-start':
      // Without a countdown: there is nothing that the person could do faster.
      return {
        ...state,
        step: { index: event.index, count: event.count },
        overallProgress: event.index / Math.max(1, event.count),
      };
    case 'light-stage': {
      const progress = Math.max(state.progress, clamp01(event.index / Math.max(1, event.count)));
      const { index, count } = state.step ?? { index: 0, count: 1 };
      return remember(
        { ...state, progress, overallProgress: (index + progress) / Math.max(1, count) },
        { lightAgain: event.again },
      );
    }
    case 'light-end':
      return event.status === 'satisfied' ? stepDone(state) : state;
    case 'evidence-progress':
      return state.kind === 'sending'
        ? { ...state, progress: Math.max(state.progress, clamp01(event.fraction)) }
        : { ...sending(state), promptKey: 'sending.title', progress: clamp01(event.fraction) };
    case 'decision-wait':
      return { ...sending(state), promptKey: 'deciding.title', progress: 1 };
    case 'session-outcome':
      return ended(state, outcomeOfSession(event.outcome), nowMs);
    case 'camera-open':
    case 'screen-tick':
      return state;
  }
}
