import { createPlan } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import type { Action, LivenessPlan, PlanStep } from '@huoti/protocol';
import { LOAD_POLICIES, type LoadLevel } from '../service/loadPolicies.js';
import { holdKey } from './holdKey.js';

/** A plan to be recorded, as the service would sign it. */
export interface PlanToRecord {
  readonly key: string;
  /** The head: its steps are revealed one by one. */
  readonly plan: LivenessPlan;
  readonly steps: readonly PlanStep[];
}

/** Between two frames of a recording, in ms: whole numbers, so that a hold is as many frames wherever it begins. */
export const FRAME_MS: Readonly<Record<LoadLevel, number>> = { trace: 33, frames: 66 };

/** A hold takes one of two counts of frames, at both rates. */
const COUNTS_OF_A_HOLD = 2;

/** One plan for every way in which the holds of a policy can fall. */
export function drawHolds(level: LoadLevel): readonly PlanToRecord[] {
  const { actions: named, ...rest } = LOAD_POLICIES[`load-${level}`];
  const actions: readonly Action[] = named;
  const random = createSeededRandom(1);
  const plans = new Map<string, PlanToRecord>();
  while (plans.size < COUNTS_OF_A_HOLD ** (actions.length - 1)) {
    const whole = createPlan({ random, actions, policy: { name: `load-${level}`, ...rest } });
    const key = holdKey(whole.nonce, { actions: actions.length, frameMs: FRAME_MS[level] });
    plans.set(key, {
      key,
      plan: { ...whole, steps: [], stepCount: whole.steps.length },
      steps: whole.steps,
    });
  }
  return [...plans.values()];
}
