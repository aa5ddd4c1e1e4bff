import { lightSupport } from '@huoti/adapter-browser';
import { createPlan, DEVICE_ONLY_POLICIES, type RandomSource } from '@huoti/core';
import type { LivenessPlan, StepAction } from '@huoti/protocol';
import type { SessionRequest } from '@huoti/ui-browser';

/** What {@link drawPlan} takes. */
export interface DrawPlanOptions {
  readonly random: RandomSource;
  /** `null`: drawn at random. */
  readonly steps: readonly StepAction[] | null;
  readonly light: SessionRequest['light'];
}

/** A plan for a session that the page decides alone. */
export function drawPlan({ random, steps, light }: DrawPlanOptions): LivenessPlan {
  if (steps === null) return createPlan({ random });
  const lit = steps.includes('light') && lightSupport(light) === 'available';
  return createPlan({
    random,
    policy: DEVICE_ONLY_POLICIES[lit ? 'default' : 'no-light'],
    // Where the screen can't light the face, or the person said no, a movement takes its place.
    actions: lit ? steps : steps.map((action) => (action === 'light' ? 'approach' : action)),
  });
}
