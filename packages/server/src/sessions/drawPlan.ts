import { createHash } from 'node:crypto';
import { createPlan } from '@huoti/core';
import type { LivenessPlan, PlanStep } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';

/** A plan as it is handed out and as it is kept. */
export interface DrawnPlan {
  readonly jws: string;
  /** SHA-256 of the JWS's characters, hex: h_0 of the chain. */
  readonly hash: string;
  readonly steps: readonly PlanStep[];
}

/** What {@link drawPlan} takes besides the session. */
export interface DrawPlanOptions {
  mirroringKnown: boolean;
  /** The client's screen can light the face. */
  light: boolean;
  nowMs: number;
  expiresAtMs: number;
}

/**
 * Draws all steps of a session and signs the head of its plan: how many steps there are, not which. At evidence level none
 * nothing is revealed later, so the plan comes whole.
 */
export async function drawPlan(
  { settings, random, signer }: Pick<ServerContext, 'settings' | 'random' | 'signer'>,
  session: Pick<SessionRow, 'id' | 'policy'>,
  { mirroringKnown, light, nowMs, expiresAtMs }: DrawPlanOptions,
): Promise<DrawnPlan> {
  const configured = Object.hasOwn(settings.policies, session.policy.name)
    ? settings.policies[session.policy.name]
    : undefined;
  const { actions, actionCount, stepTimeoutMs, faceSearchMs, totalMs, faceLostMs } = configured ?? {};
  const plan = createPlan({
    random,
    policy: session.policy,
    mirroringKnown,
    light: light ? 'available' : { unavailable: 'not-offered' },
    ...(actions === undefined ? {} : { actions }),
    ...(actionCount === undefined ? {} : { count: actionCount }),
    ...(stepTimeoutMs === undefined ? {} : { stepTimeoutMs }),
    ...(faceSearchMs === undefined ? {} : { faceSearchMs }),
    ...(totalMs === undefined ? {} : { totalMs }),
    ...(faceLostMs === undefined ? {} : { faceLostMs }),
  });
  const jws = await signer.sign('huoti-plan+jwt', {
    iss: signer.issuer,
    sid: session.id,
    iat: Math.floor(nowMs / 1000),
    exp: Math.ceil(expiresAtMs / 1000),
    plan: session.policy.evidenceLevel === 'none' ? plan : headOf(plan),
  });
  return { jws, hash: createHash('sha256').update(jws, 'ascii').digest('hex'), steps: plan.steps };
}

function headOf(plan: LivenessPlan): object {
  return { ...plan, stepCount: plan.steps.length, steps: [] };
}
