import {
  createPlan,
  DEVICE_ONLY_POLICIES,
  type MiniProgramHostPieces,
} from '@huoti/adapter-wechat/miniprogram';
import type { LivenessPlan, StepAction } from '@huoti/protocol';

/** What {@link drawPlan} takes. */
export interface DrawPlanOptions {
  readonly host: MiniProgramHostPieces;
  /** Names with commas between them; empty: drawn at random. */
  readonly actions: string;
  readonly mirroringKnown: boolean;
}

/**
 * A plan for a session that the mini-program decides alone. Actions that are named are asked for under a policy that fits them, which
 * the result says: without light among them it is `no-light`.
 *
 * @throws HuotiError PLAN_INVALID for a name that is no action
 */
export function drawPlan({ host, actions, mirroringKnown }: DrawPlanOptions): LivenessPlan {
  const { random, lightSupport } = host;
  const light = lightSupport?.() ?? 'available';
  if (actions === '') {
    return createPlan({ random, policy: DEVICE_ONLY_POLICIES.default, light, mirroringKnown });
  }
  // What is no action is refused where the plan is checked.
  const asked = actions.split(',') as StepAction[];
  const lit = asked.includes('light') && light === 'available';
  return createPlan({
    random,
    policy: DEVICE_ONLY_POLICIES[lit ? 'default' : 'no-light'],
    mirroringKnown,
    // Where the screen can't light the face, a movement takes its place.
    actions: lit ? asked : asked.map((action) => (action === 'light' ? 'approach' : action)),
  });
}
