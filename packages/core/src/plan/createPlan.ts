import {
  HuotiError,
  parsePlan,
  PROTOCOL_VERSION,
  type LivenessPlan,
  type PlanStep,
  type SessionPolicy,
  type StepAction,
} from '@huoti/protocol';
import type { RandomSource } from '../host/RandomSource.js';
import { drawActions } from './drawActions.js';
import { drawLightStages } from './drawLightStages.js';
import { isTurn } from './isTurn.js';
import type { LightAvailability } from './LightAvailability.js';
import { DEVICE_ONLY_POLICIES } from './policies.js';
import { randomBelow } from './randomBelow.js';
import { LIGHT_TIMEOUT_MS, STEP_TIMEOUT_MS, timeoutOf } from './stepTimes.js';

/** What {@link createPlan} takes. */
export interface CreatePlanOptions {
  random: RandomSource;
  /** @default the `no-light` policy */
  policy?: SessionPolicy;
  /**
   * Exactly these, in this order, instead of drawn ones: for a recording whose actions are known. `light` stands where the
   * screen lights the face; without it there is none.
   */
  actions?: readonly StepAction[];
  /**
   * How many actions are drawn beside the light. A plan whose policy prefers light and can't have it has one more.
   * @default 3, and 4 where the policy wants no light
   */
  count?: number;
  /**
   * Whether the screen can light the face, for a policy that wants it. Where not (no screen light on this host, reduced
   * motion asked for, a scene too bright), an action takes its place.
   * @default 'available'
   */
  light?: LightAvailability;
  /**
   * Whether it is known if the camera mirrors. Where not, both turns are asked without a side.
   * @default true
   */
  mirroringKnown?: boolean;
  /** Window of each action, in ms; `approach` has 9000 at least. @default 6000 */
  stepTimeoutMs?: number;
  /** Window of the light step, in ms. @default 12000 */
  lightTimeoutMs?: number;
  /** How long a usable face is looked for, in ms. @default 15000 */
  faceSearchMs?: number;
  /** The whole session from the first frame, in ms. @default 30000 */
  totalMs?: number;
  /** How long the face may be out of sight, in ms. @default 2000: the mesh is lost for up to 1.6 s at full profile */
  faceLostMs?: number;
}

/** Turns without a side, for a camera that may mirror: the first is "one side", the second "the other", both asked. */
function withoutSides(actions: readonly StepAction[]): StepAction[] {
  const turns = actions.filter(isTurn).length;
  let seen = 0;
  const rewritten = actions.map((action): StepAction => {
    if (!isTurn(action)) return action;
    seen += 1;
    return seen === 1 ? 'turn-one-side' : 'turn-other-side';
  });
  // A single side can't be judged alone: only that the two differ is.
  if (turns === 1) rewritten.splice(rewritten.indexOf('turn-one-side') + 1, 0, 'turn-other-side');
  return rewritten;
}

/**
 * What is asked, in order: actions drawn, and the light at a random place among them. Without light there are as many steps:
 * one action more, of which `approach` always is one, since depth has to carry what light would have.
 */
function drawSteps(random: RandomSource, count: number, lit: boolean): StepAction[] {
  if (!lit) return drawActions(random, count, { include: 'approach' });
  const drawn: StepAction[] = drawActions(random, count);
  drawn.splice(randomBelow(random, drawn.length + 1), 0, 'light');
  return drawn;
}

/**
 * A plan, whole. Every call draws a new nonce: a retry is a new plan.
 *
 * @throws HuotiError INVALID_ARGUMENT; PLAN_INVALID, also for a policy that requires a light that is not available
 * @example const plan = createPlan({ random: createBrowserRandom() });
 * @example createPlan({ random, policy: DEVICE_ONLY_POLICIES.default, light: { unavailable: 'reduced-motion' } });
 */
export function createPlan({
  random,
  policy = DEVICE_ONLY_POLICIES['no-light'],
  actions,
  light = 'available',
  count,
  mirroringKnown = true,
  stepTimeoutMs = STEP_TIMEOUT_MS,
  lightTimeoutMs = LIGHT_TIMEOUT_MS,
  faceSearchMs = 15000,
  totalMs = 30000,
  faceLostMs = 2000,
}: CreatePlanOptions): LivenessPlan {
  const wanted = policy.light !== 'off';
  const lit = wanted && light === 'available';
  if (policy.light === 'required' && light !== 'available') {
    throw new HuotiError(
      'PLAN_INVALID',
      `the policy requires light, which is unavailable: ${light.unavailable}`,
    );
  }
  const beside = count ?? (wanted ? 3 : 4);
  const chosen = actions ?? drawSteps(random, wanted && !lit ? beside + 1 : beside, lit);
  const asked = mirroringKnown ? [...chosen] : withoutSides(chosen);
  const nonceBytes = random.fill(new Uint8Array(16));
  const nonce = Array.from(nonceBytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
  return parsePlan({
    protocolVersion: PROTOCOL_VERSION,
    nonce,
    policy,
    steps: asked.map(
      (action): PlanStep =>
        action === 'light'
          ? { action, timeoutMs: lightTimeoutMs, stages: drawLightStages(random) }
          : { action, timeoutMs: timeoutOf(action, stepTimeoutMs) },
    ),
    faceSearchMs,
    totalMs,
    faceLostMs,
  });
}
