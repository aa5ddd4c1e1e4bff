import type { BeginRequest, BeginResponse } from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { attemptScopes } from '../attempts/attemptScopes.js';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import { tooManyAttempts } from '../attempts/tooManyAttempts.js';
import { writeAudit } from '../audit/writeAudit.js';
import { refuseUnconsented } from '../consent/refuseUnconsented.js';
import type { ServerContext } from '../context/ServerContext.js';
import { auditGround } from '../grounds/auditGround.js';
import { refuseHost } from '../hosts/refuseHost.js';
import type { SessionRow } from '../ports/rows.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { drawPlan } from './drawPlan.js';
import { isSameHost } from './isSameHost.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';

/** What {@link beginPlan} takes. */
export interface BeginPlanOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: BeginRequest;
}

/**
 * Begins a session, once: draws its plan, counts the try, hands out the signed head. The same request again gives the same
 * plan.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, SESSION_USED, HOST_FORBIDS for a kind of host that the session can't run on,
 * CONSENT_REQUIRED (also for a ground in law that is allowed no more), RESTRICTED, TOO_MANY_ATTEMPTS, SIGNALS_INSUFFICIENT where the policy
 * requires a light that the client does not offer, CONFLICT
 * for another request after the first and for a session that a platform decides.
 *
 * @example const begun = await beginPlan(context, { sessionId, request: { mirroringKnown: true, host } });
 */
export async function beginPlan(
  context: ServerContext,
  { sessionId, request }: BeginPlanOptions,
): Promise<Answer<{ body: BeginResponse }>> {
  const { store, time, settings } = context;
  const found = await store.transaction((tx) => tx.sessions.get(sessionId));
  if (!found) return sessionUnknown();
  const early =
    answerWithout(found, request, time.nowMs()) ?? refuseHost(found.policy, request.host.kind, settings);
  if (early) return early;

  // Drawn and signed before the transaction, which holds the row: of two begins at once, one plan is thrown away unseen.
  const begunAtMs = time.nowMs();
  const expiresAtMs = begunAtMs + settings.limits.completeWithinMs;
  const { mirroringKnown, light = false, host } = request;
  if (found.policy.light === 'required' && !light) {
    return refused(
      'SIGNALS_INSUFFICIENT',
      'this session needs light of the screen, which the client does not offer: use the alternative method',
    );
  }
  const { clientId, subject, legalGround } = found;
  const pseudonym =
    legalGround === null || subject === null ? null : await pseudonymOf(context, { clientId, subject });
  const drawn = await drawPlan(context, found, { mirroringKnown, light, nowMs: begunAtMs, expiresAtMs });

  return store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    const other = answerWithout(session, request, time.nowMs());
    if (other) return other;
    const unconsented = await refuseUnconsented(tx, context, session);
    if (unconsented) return unconsented;
    const scopes = attemptScopes(session);
    await tx.attempts.lock(scopes);
    const waitMs = await retryAfterMs(tx, context, session);
    if (waitMs > 0) return tooManyAttempts(waitMs);
    await tx.attempts.insert(scopes.map((scope) => ({ scope, sessionId, state: 'open', atMs: begunAtMs })));
    await tx.sessions.update(sessionId, {
      state: 'begun',
      begunAtMs,
      expiresAtMs,
      mirroringKnown,
      host,
      planJws: drawn.jws,
      planHash: drawn.hash,
      steps: drawn.steps,
    });
    const usesClearance = host.kind === 'wechat-web-view' && session.policy.evidenceLevel === 'frames';
    if (usesClearance && settings.wechatFaceClearance !== null) {
      await writeAudit(tx, context, {
        actor: `client:${sessionId}`,
        action: 'wechat-clearance-use',
        object: sessionId,
        facts: { reference: settings.wechatFaceClearance },
      });
    }
    await auditGround(tx, context, { session, at: 'begin', actor: `client:${sessionId}`, pseudonym });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'session-begin',
      object: sessionId,
      facts: { planHash: drawn.hash, host: host.kind },
    });
    return { ok: true, body: { plan: drawn.jws } };
  });
}

/** The answer for a session that can't begin (any more); `null` for one that can. */
function answerWithout(
  session: SessionRow,
  request: BeginRequest,
  nowMs: number,
): Answer<{ body: BeginResponse }> | null {
  const gone: Refused | null = sessionGone(session, nowMs);
  if (gone) return gone;
  if (session.policy.platform !== undefined) {
    return refused(
      'CONFLICT',
      "a platform decides this session: ask for the platform's id, there is no plan",
    );
  }
  if (session.planJws === null) return null;
  return isSameBegin(session, request)
    ? { ok: true, body: { plan: session.planJws } }
    : refused('CONFLICT', 'the session has begun with another request: a retry is a new session');
}

/** Light leaves its mark in the steps, where the policy wants any. */
function isSameBegin({ mirroringKnown, host, policy, steps }: SessionRow, request: BeginRequest): boolean {
  const lit = steps?.some(({ action }) => action === 'light') ?? false;
  const sameLight =
    policy.light === 'off' || policy.actions !== undefined || lit === (request.light ?? false);
  return mirroringKnown === request.mirroringKnown && sameLight && isSameHost(host, request.host);
}
