import { DEFAULT_PLAN_ACTIONS, type Action, type ActionStep, type PlanStep } from '@huoti/protocol';
import type { RandomSource } from '../host/RandomSource.js';
import { isTurn } from './isTurn.js';
import { randomBelow } from './randomBelow.js';
import { STEP_TIMEOUT_MS, timeoutOf } from './stepTimes.js';

/** What {@link drawReplacementStep} takes. */
export interface ReplacementOptions {
  random: RandomSource;
  /** All steps of the plan, the light step among them, those not revealed yet as well. */
  steps: readonly PlanStep[];
  /** Window of the action, in ms; `approach` has at least its own. @default STEP_TIMEOUT_MS */
  stepTimeoutMs?: number;
}

/**
 * Draws the action that is asked instead of a plan's light, where the scene is too bright for it or the host can't. The plan
 * then is one without light: `approach` is among its actions, drawn or here, and every action is asked once. No turn is
 * drawn, since a camera that may mirror asks them in pairs.
 *
 * @example steps[index] = drawReplacementStep({ random, steps });
 */
export function drawReplacementStep({
  random,
  steps,
  stepTimeoutMs = STEP_TIMEOUT_MS,
}: ReplacementOptions): ActionStep {
  const asked = steps.map(({ action }) => action);
  const left: Action[] = DEFAULT_PLAN_ACTIONS.filter((one) => !asked.includes(one) && !isTurn(one));
  const pool: readonly Action[] = left.includes('approach') ? ['approach'] : left;
  // Where each of the six was asked, going away from the camera is still left.
  const action = pool[randomBelow(random, Math.max(1, pool.length))] ?? 'away';
  return { action, timeoutMs: timeoutOf(action, stepTimeoutMs) };
}
