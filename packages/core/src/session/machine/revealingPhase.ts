import type { PlanStep } from '@huoti/protocol';
import type { Ending } from '../Ending.js';
import { beginWindow } from './challengePhase.js';
import { enter, finish, set, type StepContext } from './StepContext.js';

/** Whether a step asks for one of the person's sides by name. */
export const namesSide = ({ action }: PlanStep): boolean => action === 'turn-left' || action === 'turn-right';

/** A side was named before a camera that may mirror. */
export const UNKNOWN_SIDE: Ending = {
  kind: 'fault',
  code: 'PLAN_INVALID',
  message:
    'the plan names a side, and it is unknown whether this camera mirrors: plan turn-one-side and turn-other-side, or configure the camera',
  retryable: false,
};

/**
 * Opens the window of the current step, or asks for the step where it is not known yet. The face is followed meanwhile and
 * the gates go on; no action counts.
 */
export function openStep(context: StepContext, atMs: number, again: boolean): void {
  const { plan, stepIndex } = context.state;
  if (stepIndex < plan.steps.length) return beginWindow(context, atMs, again);
  set(context, { neutral: null });
  enter(context, 'revealing', atMs);
  context.effects.push({ type: 'reveal-step', index: stepIndex });
}

/**
 * The step is known: its window opens at the last judged frame, which a replay knows too. What comes in another phase
 * was not asked for and is dropped.
 */
export function onStepRevealed(context: StepContext, step: PlanStep): void {
  const { state } = context;
  if (state.phase !== 'revealing' || state.lastFrameMs === null) return;
  if (!state.mirroringKnown && namesSide(step)) return finish(context, UNKNOWN_SIDE);
  set(context, { plan: { ...state.plan, steps: [...state.plan.steps, step] } });
  beginWindow(context, state.lastFrameMs, false);
}
