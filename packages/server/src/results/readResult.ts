import type { ResultClaims } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';

/** What {@link readResult} takes. */
export interface ReadResultOptions {
  /** From the API key: only the client that created the session may read its result. */
  clientId: string;
  sessionId: string;
}

/** A signed result, or how far the session is. */
export type ResultReading =
  | { readonly kind: 'result'; readonly jws: string }
  | { readonly kind: 'pending'; readonly state: SessionRow['state'] };

/**
 * The verdict for the integrator's backend, signed anew at each fetch: fresh `iat` and `exp`, always the same `jti`.
 *
 * Refused: SESSION_UNKNOWN, for another client's session too; SESSION_EXPIRED where there will never be a verdict.
 *
 * @example
 * const answer = await readResult(context, { clientId: 'bank', sessionId });
 * if (answer.ok && answer.kind === 'result') await verifyAndDecide(answer.jws);
 */
export async function readResult(
  { store, settings, signer, time }: Pick<ServerContext, 'store' | 'settings' | 'signer' | 'time'>,
  { clientId, sessionId }: ReadResultOptions,
): Promise<Answer<ResultReading>> {
  const found = await store.transaction(async (tx) => {
    const session = await tx.sessions.get(sessionId);
    if (session?.clientId !== clientId) return null;
    return {
      session,
      verdict: await tx.verdicts.get(sessionId),
      consent: session.receiptId === null ? null : await tx.consents.get(session.receiptId),
    };
  });
  if (!found) return sessionUnknown();
  const { session, verdict, consent } = found;
  if (!verdict) {
    if (session.state === 'expired') return refused('SESSION_EXPIRED', 'the session ended without a verdict');
    return { ok: true, kind: 'pending', state: session.state };
  }
  const nowMs = time.nowMs();
  const claims: ResultClaims = {
    iss: signer.issuer,
    aud: clientId,
    jti: verdict.id,
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor((nowMs + settings.limits.resultLifetimeMs) / 1000),
    sid: sessionId,
    sub: session.subject,
    verified: verdict.verified,
    assurance: verdict.assurance,
    reason: verdict.reason,
    level: session.policy.evidenceLevel,
    policy: session.policy,
    planHash: session.planHash,
    evidenceHash: session.evidenceHash,
    host: session.host,
    engine: { version: verdict.engine.version, models: { ...verdict.engine.models } },
    light: verdict.light,
    signals: { ...verdict.signals },
    comparison: { ...verdict.comparison },
    legalGround: session.legalGround,
    consent: consent && { receiptId: consent.receiptId, policyVersion: consent.policyVersion },
  };
  return { ok: true, kind: 'result', jws: await signer.sign('huoti-result+jwt', { ...claims }) };
}
