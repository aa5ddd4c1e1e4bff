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

/** Fewer actions are no session: what a live person can do only once in footage is asked again then. */
const LEAST_ACTIONS = 2;

/** What {@link planOf} takes besides what can be done. */
export interface PlanOfOptions {
  readonly source: RandomSource;
  readonly random: Random;
  /**
   * Whether pictures may be shown again. A person does not do that, and gets a shorter plan where footage is short; an attacker
   * has to fill a server's plan, and does.
   */
  readonly again: boolean;
}

/**
 * A plan of what can be done: as many actions as a server's plan would have, or all there are, in any order, different ones
 * first. The light stands at any place among them.
 *
 * @param actions each as often as it can be done without showing the same pictures again
 */
export function planOf(
  actions: readonly Action[],
  light: boolean,
  { source, random, again: mayRepeat }: PlanOfOptions,
): LivenessPlan {
  const wanted = light ? STEP_COUNT - 1 : STEP_COUNT;
  const least = mayRepeat ? wanted : LEAST_ACTIONS;
  // Those that come a second time stand behind all that come for the first.
  const pool = actions
    .map((action, at) => {
      const again = actions.slice(0, at).filter((one) => one === action).length;
      // Without light a plan always asks to come nearer.
      const first = !light && action === 'approach' ? -1 : 0;
      return { action, rank: again + first + random.next() * 0.99 };
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ action }) => action);
  const chosen: StepAction[] = [];
  for (const action of pool.slice(0, wanted)) {
    chosen.splice(Math.floor(random.next() * (chosen.length + 1)), 0, action);
  }
  for (let at = 0; chosen.length < least && pool.length > 0; at++) {
    chosen.push(pool[at % pool.length] as Action);
  }
  if (light) chosen.splice(Math.floor(random.next() * (chosen.length + 1)), 0, 'light');
  return createPlan({ random: source, policy: policyOf(light), actions: chosen });
}
