import type { PlatformBeginRequest, PlatformBeginResponse } from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import { tooManyAttempts } from '../attempts/tooManyAttempts.js';
import { refuseUnconsented } from '../consent/refuseUnconsented.js';
import type { ServerContext } from '../context/ServerContext.js';
import { refuseHost } from '../hosts/refuseHost.js';
import type { PlatformCheckRow } from '../ports/PlatformCheckRow.js';
import type { PlatformVerifier } from '../ports/PlatformVerifier.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { randomId } from '../sealing/randomId.js';
import { isSameHost } from '../sessions/isSameHost.js';
import { sessionGone } from '../sessions/sessionGone.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { openIdentity } from './openIdentity.js';
import { CLAIM_MS, MAX_BEGINS } from './platformTimes.js';
import { startCheck } from './startCheck.js';

/** What {@link beginPlatform} takes. */
export interface BeginPlatformOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: PlatformBeginRequest;
  /** `null` where this service is connected to no platform. */
  verifier: PlatformVerifier | null;
  signal?: AbortSignal;
}

type Begun = Answer<{ body: PlatformBeginResponse }>;

/**
 * Begins a session that a platform decides: asks the platform for its id of the verification, once, counts the try, hands the id
 * out. The same request again gives the same id.
 *
 * The identity comes from the backend's own request, never from here. Of several requests at once one asks; the platform is asked
 * {@link MAX_BEGINS} times for one session at most.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, SESSION_USED, HOST_FORBIDS for another kind of host and where the platform does not do
 * it, CONSENT_REQUIRED, RESTRICTED, TOO_MANY_ATTEMPTS, CONFLICT for a session that no platform decides and for another request after the first,
 * UNAVAILABLE (retryable) where the platform can't be asked now or a request is under way.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault; ABORTED
 * @example await beginPlatform(context, { sessionId, request: { host }, verifier, signal });
 */
export async function beginPlatform(
  context: ServerContext,
  { sessionId, request, verifier, signal }: BeginPlatformOptions,
): Promise<Begun> {
  const { store, random } = context;
  const serial = randomId(random);
  const claimed = await store.transaction((tx) =>
    claim(tx, context, { sessionId, request, verifier, serial }),
  );
  if (!('check' in claimed)) return claimed;
  const { session, check, platform } = claimed;
  const letGo = (): Promise<void> =>
    store.transaction(async (tx) => {
      const held = await tx.sessions.getForUpdate(sessionId);
      const own = held && (await tx.platformChecks.get(sessionId));
      if (own?.serial === serial) await tx.platformChecks.update(sessionId, { claimedUntilMs: null });
    });
  try {
    const identity = await openIdentity(context, session, check);
    const begun = await platform.begin({ serial, identity, ...(signal ? { signal } : {}) });
    if (begun.kind === 'begun') {
      const { clientId, subject, legalGround } = session;
      const pseudonym =
        legalGround === null || subject === null ? null : await pseudonymOf(context, { clientId, subject });
      return await store.transaction((tx) =>
        startCheck(tx, context, { sessionId, request, serial, begun, pseudonym }),
      );
    }
    await letGo();
    return begun.kind === 'refused'
      ? refused(
          'HOST_FORBIDS',
          `${platform.name} does not begin this verification (its code ${begun.code}): use another method, and look the code up`,
        )
      : later(`${platform.name} can't be asked now: try again, or use another method`, 2);
  } catch (error) {
    // What failed may be the store itself; then the claim runs out.
    await letGo().catch(() => undefined);
    throw error;
  }
}

const later = (detail: string, retryAfterS: number): Refused =>
  refused('UNAVAILABLE', detail, { retryable: true, retryAfterS });

/** Looks whether the session may begin, and keeps others from asking the platform meanwhile. */
async function claim(
  tx: StoreTransaction,
  context: ServerContext,
  {
    sessionId,
    request,
    verifier,
    serial,
  }: Pick<BeginPlatformOptions, 'sessionId' | 'request' | 'verifier'> & { serial: string },
): Promise<Begun | { session: SessionRow; check: PlatformCheckRow; platform: PlatformVerifier }> {
  const { time, settings } = context;
  const nowMs = time.nowMs();
  const session = await tx.sessions.getForUpdate(sessionId);
  if (!session) return sessionUnknown();
  const gone = sessionGone(session, nowMs);
  if (gone) return gone;
  const { policy } = session;
  const check = await tx.platformChecks.get(sessionId);
  if (policy.platform === undefined || check === null) {
    return refused('CONFLICT', 'no platform decides this session: ask for its plan');
  }
  const forbidden = refuseHost(policy, request.host.kind, settings);
  if (forbidden) return forbidden;
  if (check.verifyId !== null && check.verifyExpiresAtMs !== null) {
    return isSameHost(session.host, request.host)
      ? { ok: true, body: { verifyId: check.verifyId, expiresAtMs: check.verifyExpiresAtMs } }
      : refused('CONFLICT', 'the session has begun with another request: a retry is a new session');
  }
  const unconsented = await refuseUnconsented(tx, context, session);
  if (unconsented) return unconsented;
  const waitMs = await retryAfterMs(tx, context, session);
  if (waitMs > 0) return tooManyAttempts(waitMs);
  if (verifier?.name !== policy.platform) {
    return refused('UNAVAILABLE', `this service is not connected to ${policy.platform}: use another method`);
  }
  if (check.claimedUntilMs !== null && check.claimedUntilMs > nowMs) {
    return later('a request of this session is under way: wait for it', 1);
  }
  if (check.begins >= MAX_BEGINS) {
    return refused(
      'UNAVAILABLE',
      `${policy.platform} was asked often enough for this session: use another method`,
    );
  }
  const claimedUntilMs = nowMs + CLAIM_MS;
  await tx.platformChecks.update(sessionId, { serial, claimedUntilMs, begins: check.begins + 1 });
  return { session, check, platform: verifier };
}
