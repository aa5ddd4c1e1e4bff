import { createPlan, type RandomSource } from '@huoti/core';
import type { Action, LivenessPlan, SessionPolicy, StepAction } from '@huoti/protocol';
import type { Random } from '../random/createRandom.js';

/** How many steps a default plan has: three actions and the light, or four actions. */
const STEP_COUNT = 4;

const policyOf = (light: boolean): SessionPolicy => ({
  name: light ? 'workshop' : 'workshop-no-light',
  light: light ? 'preferred' : 'off',
  tripwires: 'off',
  evidenceLevel: 'trace',
});

/**
 * Any plan that a server may draw.
 *
 * @param light whether the screen lights the face in it
 */
export const anyPlan = (source: RandomSource, light: boolean): LivenessPlan =>
  createPlan({ random: source, policy: policyOf(light) });

/**
 * A plan of what can be done: as many different actions as a server's plan would have, or all there are, in any order; the
 * light at any place among them.
 */
export function planOf(
  actions: readonly Action[],
  light: boolean,
  { source, random }: { source: RandomSource; random: Random },
): LivenessPlan {
  const pool = [...new Set(actions)];
  const chosen: StepAction[] = [];
  const wanted = light ? STEP_COUNT - 1 : STEP_COUNT;
  // Without light a plan always asks to come nearer.
  if (!light && pool.includes('approach')) chosen.push(...pool.splice(pool.indexOf('approach'), 1));
  while (chosen.length < wanted && pool.length > 0) {
    const [one] = pool.splice(Math.floor(random.next() * pool.length), 1);
    if (one) chosen.splice(Math.floor(random.next() * (chosen.length + 1)), 0, one);
  }
  if (light) chosen.splice(Math.floor(random.next() * (chosen.length + 1)), 0, 'light');
  return createPlan({ random: source, policy: policyOf(light), actions: chosen });
}
