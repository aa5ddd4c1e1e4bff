import type { PlatformBeginRequest, PlatformBeginResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { attemptScopes } from '../attempts/attemptScopes.js';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import { tooManyAttempts } from '../attempts/tooManyAttempts.js';
import { writeAudit } from '../audit/writeAudit.js';
import { refuseUnconsented } from '../consent/refuseUnconsented.js';
import type { ServerContext } from '../context/ServerContext.js';
import { auditGround } from '../grounds/auditGround.js';
import type { PlatformBegun } from '../ports/PlatformVerifier.js';
import type { StoreTransaction } from '../ports/Store.js';
import { sessionGone } from '../sessions/sessionGone.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';

/** Keeps the platform's id and counts the try; an id that comes too late is thrown away unseen. */
export async function startCheck(
  tx: StoreTransaction,
  context: ServerContext,
  {
    sessionId,
    request: { host },
    serial,
    begun,
    pseudonym,
  }: {
    sessionId: string;
    request: PlatformBeginRequest;
    /** Of this begin: another one may have taken over meanwhile. */
    serial: string;
    begun: Extract<PlatformBegun, { kind: 'begun' }>;
    /** Of the person, for the audit log. */
    pseudonym: string | null;
  },
): Promise<Answer<{ body: PlatformBeginResponse }>> {
  const nowMs = context.time.nowMs();
  const session = await tx.sessions.getForUpdate(sessionId);
  if (!session) return sessionUnknown();
  const gone = sessionGone(session, nowMs);
  if (gone) return gone;
  const check = await tx.platformChecks.get(sessionId);
  if (check?.serial !== serial || check.verifyId !== null) {
    return refused('UNAVAILABLE', 'another request of this session has taken over: ask again', {
      retryable: true,
      retryAfterS: 1,
    });
  }
  // The platform was asked meanwhile: a person may have taken the consent back.
  const unconsented = await refuseUnconsented(tx, context, session);
  if (unconsented) {
    await tx.platformChecks.update(sessionId, { claimedUntilMs: null });
    return unconsented;
  }
  const scopes = attemptScopes(session);
  await tx.attempts.lock(scopes);
  const waitMs = await retryAfterMs(tx, context, session);
  if (waitMs > 0) {
    await tx.platformChecks.update(sessionId, { claimedUntilMs: null });
    return tooManyAttempts(waitMs);
  }
  await tx.attempts.insert(scopes.map((scope) => ({ scope, sessionId, state: 'open', atMs: nowMs })));
  const { verifyId, expiresAtMs: verifyExpiresAtMs } = begun;
  await tx.platformChecks.update(sessionId, { verifyId, verifyExpiresAtMs, claimedUntilMs: null });
  const expiresAtMs = Math.min(nowMs + context.settings.limits.platformWithinMs, verifyExpiresAtMs);
  await tx.sessions.update(sessionId, { state: 'begun', begunAtMs: nowMs, expiresAtMs, host });
  await auditGround(tx, context, { session, at: 'begin', actor: `client:${sessionId}`, pseudonym });
  await writeAudit(tx, context, {
    actor: `client:${sessionId}`,
    action: 'platform-begin',
    object: sessionId,
    facts: { platform: check.platform, host: host.kind },
  });
  return { ok: true, body: { verifyId, expiresAtMs: verifyExpiresAtMs } };
}
