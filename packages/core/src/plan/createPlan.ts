import {
  DEFAULT_PLAN_ACTIONS,
  HuotiError,
  parsePlan,
  PROTOCOL_VERSION,
  type Action,
  type LivenessPlan,
  type SessionPolicy,
} from '@huoti/protocol';
import type { RandomSource } from '../host/RandomSource.js';
import { DEVICE_ONLY_POLICIES } from './policies.js';
import { randomBelow } from './randomBelow.js';

/** What {@link createPlan} takes. */
export interface CreatePlanOptions {
  random: RandomSource;
  /** @default the `no-light` policy */
  policy?: SessionPolicy;
  /** Exactly these, in this order, instead of drawn ones: for a recording whose actions are known. */
  actions?: readonly Action[];
  /**
   * How many actions are drawn.
   * @default 3, and one more without light
   */
  count?: number;
  /**
   * Whether it is known if the camera mirrors. Where not, both turns are asked without a side.
   * @default true
   */
  mirroringKnown?: boolean;
  /** Window of each step, in ms. @default 6000 */
  stepTimeoutMs?: number;
  /** How long a usable face is looked for, in ms. @default 15000 */
  faceSearchMs?: number;
  /** The whole session from the first frame, in ms. @default 30000 */
  totalMs?: number;
  /** How long the face may be out of sight, in ms. @default 2000: the mesh is lost for up to 1.6 s at full profile */
  faceLostMs?: number;
}

const isTurn = (action: Action): boolean => action === 'turn-left' || action === 'turn-right';

/** Draws `count` different actions of the six, at least one of them a turn: uniform over all such ordered draws. */
function drawActions(random: RandomSource, count: number): Action[] {
  if (!Number.isInteger(count) || count < 1 || count > DEFAULT_PLAN_ACTIONS.length) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `count is ${count}: give an integer from 1 to ${DEFAULT_PLAN_ACTIONS.length}`,
    );
  }
  for (;;) {
    const pool: Action[] = [...DEFAULT_PLAN_ACTIONS];
    const drawn: Action[] = [];
    while (drawn.length < count) drawn.push(...pool.splice(randomBelow(random, pool.length), 1));
    if (drawn.some(isTurn)) return drawn;
  }
}

/** Turns without a side, for a camera that may mirror: the first is "one side", the second "the other", both asked. */
function withoutSides(actions: readonly Action[]): Action[] {
  const turns = actions.filter(isTurn).length;
  let seen = 0;
  const rewritten = actions.map((action): Action => {
    if (!isTurn(action)) return action;
    seen += 1;
    return seen === 1 ? 'turn-one-side' : 'turn-other-side';
  });
  // A single side can't be judged alone: only that the two differ is.
  if (turns === 1) rewritten.splice(rewritten.indexOf('turn-one-side') + 1, 0, 'turn-other-side');
  return rewritten;
}

/**
 * A device-only plan, whole. Every call draws a new nonce: a retry is a new plan.
 *
 * @throws HuotiError INVALID_ARGUMENT, PLAN_INVALID
 * @example const plan = createPlan({ random: createBrowserRandom() });
 */
export function createPlan({
  random,
  policy = DEVICE_ONLY_POLICIES['no-light'],
  actions,
  count = policy.light === 'off' ? 4 : 3,
  mirroringKnown = true,
  stepTimeoutMs = 6000,
  faceSearchMs = 15000,
  totalMs = 30000,
  faceLostMs = 2000,
}: CreatePlanOptions): LivenessPlan {
  const chosen = actions ?? drawActions(random, count);
  const asked = mirroringKnown ? [...chosen] : withoutSides(chosen);
  const nonceBytes = random.fill(new Uint8Array(16));
  const nonce = Array.from(nonceBytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
  return parsePlan({
    protocolVersion: PROTOCOL_VERSION,
    nonce,
    policy,
    steps: asked.map((action) => ({ action, timeoutMs: stepTimeoutMs })),
    faceSearchMs,
    totalMs,
    faceLostMs,
  });
}
