import type { LightStep } from '@huoti/protocol';
import { stepCountOf } from '../../plan/stepCountOf.js';
import { refused, refusedByGate } from '../Ending.js';
import { faceAnchorOf, isAtAnchor } from './faceAnchor.js';
import type { JudgedFrame } from './onFrame.js';
import { NEUTRAL_PITCH_RADIANS, NEUTRAL_YAW_INDEX } from './isNeutral.js';
import { EMPTY_TALLY, type ActiveLight, type SessionState } from './SessionState.js';
import { emit, enter, finish, set, type StepContext } from './StepContext.js';
import { stepDone } from './stepDone.js';
import { windowEnding } from './deadlineEnding.js';
import { yawIndex } from '../../geometry/yawIndex.js';

/** Fewest frames that show the face under a colour: a stage that a slow camera has not seen so often goes on. */
export const MIN_STAGE_FRAMES = 3;

/**
 * From the prompt to the first colour, in ms: the warning has to be read before the screen flashes. Seven words at the 160 to
 * 180 a minute of subtitles take 2.3 s; half of it, since the first page has said the same (judgement).
 */
export const LIGHT_WARNING_MS = 1200;

/**
 * A face that is out of place for this long, in ms, by the frames, has moved away; a landmark that jumps in one frame has not.
 * A head that turns away takes twice as long (judgement).
 */
export const LIGHT_OFF_MS = 250;

const currentStep = ({ plan, stepIndex }: SessionState): LightStep | null => {
  const planned = plan.steps[stepIndex];
  return planned !== undefined && planned.action === 'light' ? planned : null;
};

/** Begins the current step, which is one of light: the first colour waits for the person to be in place. */
export function beginLight(context: StepContext, planned: LightStep, atMs: number): void {
  const { state } = context;
  set(context, {
    neutral: null,
    light: {
      startMs: atMs,
      deadlineMs: atMs + planned.timeoutMs,
      stage: 0,
      attempt: 0,
      waitsFor: 'face',
      askedMs: null,
      moved: false,
      anchor: null,
      stillFrames: 0,
      offSinceMs: null,
      glass: null,
      glassBefore: null,
      tally: EMPTY_TALLY,
    },
  });
  enter(context, 'light', atMs);
  emit(context, {
    type: 'light-start',
    atMs,
    index: state.stepIndex,
    count: stepCountOf(state.plan),
    timeoutMs: planned.timeoutMs,
  });
}

/** Changes some facts of the light step that is going on. */
function change(context: StepContext, facts: Partial<ActiveLight>): void {
  const { light } = context.state;
  if (light) set(context, { light: { ...light, ...facts } });
}

/** Asks the screen for the colour of a stage. */
function show(context: StepContext, stage: number, attempt: number): void {
  const { state } = context;
  const planned = currentStep(state)?.stages[stage];
  if (!planned) return;
  const [red, green, blue] = planned.colour;
  change(context, { stage, attempt, waitsFor: 'screen', askedMs: state.lastInputMs });
  context.effects.push({
    type: 'show-light',
    stage,
    attempt,
    colour: [red / 255, green / 255, blue / 255],
  });
}

/** The colour is on the glass. What comes when no colour was asked for is dropped. */
export function onLightShown(context: StepContext, shownAtMs: number): void {
  const { light } = context.state;
  const step = currentStep(context.state);
  const planned = light ? step?.stages[light.stage] : undefined;
  if (!light || !step || !planned || light.waitsFor !== 'screen') return;
  const { stage: index, attempt } = light;
  const [red, green, blue] = planned.colour;
  change(context, {
    waitsFor: 'time',
    askedMs: null,
    anchor: null,
    stillFrames: 0,
    offSinceMs: null,
    glass: { index, attempt, colour: [red / 255, green / 255, blue / 255], shownAtMs },
    glassBefore: light.glass,
  });
  emit(context, {
    type: 'light-stage',
    atMs: shownAtMs,
    index,
    count: step.stages.length,
    again: attempt > 0,
  });
}

/** Whether the person looks into the camera from where a camera sees the face well, as they do at rest. */
function isInPlace({ baseline }: SessionState, { face, failure }: JudgedFrame): boolean {
  return (
    face !== null &&
    failure === null &&
    baseline !== null &&
    Math.abs(yawIndex(face.landmarks) - baseline.yawIndex) < NEUTRAL_YAW_INDEX &&
    Math.abs(face.pose.pitchRadians - baseline.pitchRadians) < NEUTRAL_PITCH_RADIANS
  );
}

/** One frame of a light step, with a face or without. */
export function inLight(context: StepContext, frame: JudgedFrame): void {
  const { state } = context;
  const { light } = state;
  const step = currentStep(state);
  if (!light || !step || light.waitsFor === 'screen') return;
  const { timestampMs, face } = frame;
  const inPlace = isInPlace(state, frame);
  if (light.waitsFor === 'face') {
    const warned = timestampMs - light.startMs >= LIGHT_WARNING_MS;
    if (inPlace && warned) show(context, light.stage, light.attempt);
    return;
  }
  const shownAtMs = light.glass?.shownAtMs ?? timestampMs;
  if (timestampMs < shownAtMs) return;
  if (!inPlace || !face || (light.anchor && !isAtAnchor(face, light.anchor))) {
    const offSinceMs = light.offSinceMs ?? timestampMs;
    if (timestampMs - offSinceMs >= LIGHT_OFF_MS) return movedAway(context, frame, light);
    return change(context, { offSinceMs });
  }
  const anchor = light.anchor ?? faceAnchorOf(face);
  const stillFrames = light.stillFrames + 1;
  change(context, { anchor, stillFrames, offSinceMs: null });
  const stayedMs = timestampMs - shownAtMs;
  if (stayedMs < (step.stages[light.stage]?.durationMs ?? 0) || stillFrames < MIN_STAGE_FRAMES) return;
  const next = light.stage + 1;
  if (next < step.stages.length) return show(context, next, 0);
  closeLight(context, 'satisfied', timestampMs);
  stepDone(context, timestampMs);
}

/** The first time the colour waits for the person and is shown once more; the second time ends the session. */
function movedAway(context: StepContext, { failure, timestampMs }: JudgedFrame, light: ActiveLight): void {
  if (!light.moved) {
    return change(context, {
      waitsFor: 'face',
      attempt: 1,
      moved: true,
      anchor: null,
      stillFrames: 0,
      offSinceMs: null,
    });
  }
  closeLight(context, 'violated', timestampMs);
  const what = `light: the person moved away twice while the screen lit the face, stage ${light.stage}`;
  finish(
    context,
    failure ? refusedByGate(failure.code, `${what}: ${failure.code}`) : refused('CHALLENGE_TIMEOUT', what),
  );
}

/** Ends the step without its colours having been seen. */
export function endLight(context: StepContext, atMs: number, what: string): void {
  const ending = windowEnding(context.state, what);
  closeLight(context, 'timed-out', atMs);
  finish(context, ending);
}

/** Notes how the step ended and gives the screen back. */
function closeLight(
  context: StepContext,
  status: 'satisfied' | 'violated' | 'timed-out',
  atMs: number,
): void {
  const { light, firstFrameMs, outcomes } = context.state;
  if (!light) return;
  const originMs = firstFrameMs ?? 0;
  const outcome = {
    action: 'light',
    status,
    startMs: light.startMs - originMs,
    endMs: atMs - originMs,
  } as const;
  set(context, { light: null, outcomes: [...outcomes, outcome] });
  context.effects.push({ type: 'close-light' });
  emit(context, { type: 'light-end', atMs, status });
}
