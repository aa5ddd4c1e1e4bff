import type { LivenessPlan, PlanStep } from '@huoti/protocol';
import { checkFlashRules } from '../../plan/checkFlashRules.js';
import { drawReplacementStep } from '../../plan/drawReplacementStep.js';
import { refusedByGate, type Ending } from '../Ending.js';
import { beginWindow } from './challengePhase.js';
import { beginLight } from './lightPhase.js';
import { sceneFactsOf } from './sceneBrightness.js';
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

/** Why a step that was just revealed can't be done here; `null` where it can. */
function faultOf(step: PlanStep, plan: LivenessPlan): Ending | null {
  if (step.action !== 'light') return null;
  const [flash] = checkFlashRules(step.stages);
  const twice = plan.steps.some(({ action }) => action === 'light');
  if (!flash && !twice) return null;
  const message = flash
    ? `the colours of the light step may harm: ${flash.detail}`
    : 'a plan has one light step';
  return { kind: 'fault', code: 'PLAN_INVALID', message, retryable: false };
}

/**
 * Opens the window of the current step, or asks for the step where it is not known yet. The face is followed meanwhile and
 * the gates go on; no action counts.
 */
export function openStep(context: StepContext, atMs: number, again: boolean): void {
  const { plan, stepIndex } = context.state;
  const scene = sceneFactsOf(context.state);
  const planned = plan.steps[stepIndex];
  if (planned?.action === 'light' && scene.tooBright && plan.stepCount === undefined) {
    return openInstead(context, atMs);
  }
  if (planned) return begin(context, planned, atMs, again);
  set(context, { neutral: null });
  enter(context, 'revealing', atMs);
  context.effects.push({ type: 'reveal-step', index: stepIndex, scene });
}

/** Nobody else decides over a plan that came whole: in a scene too bright for light, an action is drawn in its stead. */
function openInstead(context: StepContext, atMs: number): void {
  const { plan, stepIndex } = context.state;
  if (plan.policy.light === 'required') {
    const what =
      "light: the scene is too bright for the screen's light to be seen, and the policy requires it";
    return finish(context, refusedByGate('too-bright', what));
  }
  const replacement = drawReplacementStep({ random: context.random, steps: plan.steps });
  const steps = plan.steps.map((step, at) => (at === stepIndex ? replacement : step));
  set(context, { plan: { ...plan, steps } });
  beginWindow(context, atMs, false);
}

function begin(context: StepContext, planned: PlanStep, atMs: number, again: boolean): void {
  if (planned.action === 'light') beginLight(context, planned, atMs);
  else beginWindow(context, atMs, again);
}

/**
 * The step is known: its window opens at the last judged frame, which a replay knows too. What comes in another phase
 * was not asked for and is dropped.
 */
export function onStepRevealed(context: StepContext, step: PlanStep): void {
  const { state } = context;
  if (state.phase !== 'revealing' || state.lastFrameMs === null) return;
  if (!state.mirroringKnown && namesSide(step)) return finish(context, UNKNOWN_SIDE);
  const fault = faultOf(step, state.plan);
  if (fault) return finish(context, fault);
  set(context, { plan: { ...state.plan, steps: [...state.plan.steps, step] } });
  begin(context, step, state.lastFrameMs, false);
}
