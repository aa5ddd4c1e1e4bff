import type { ConsentRequest, ConsentResponse } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ConsentRow } from '../ports/rows.js';
import { randomId } from '../sealing/randomId.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';

/** What {@link recordConsent} takes. */
export interface RecordConsentOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: ConsentRequest;
}

/**
 * Keeps what a person agreed to. The same consent again gives the same receipt; another one, before the session begins,
 * takes the place of the first.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, SESSION_USED, CONFLICT for another consent after the begin.
 *
 * @example await recordConsent(context, { sessionId, request: { level: 'frames', policyVersion, textHash, language } });
 */
export async function recordConsent(
  context: ServerContext,
  { sessionId, request }: RecordConsentOptions,
): Promise<Answer<{ body: ConsentResponse }>> {
  const receiptId = randomId(context.random);
  return context.store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    const earlier = session.receiptId === null ? null : await tx.consents.get(session.receiptId);
    if (earlier && isSameConsent(earlier, request)) {
      return { ok: true, body: { receiptId: earlier.receiptId, recordedAtMs: earlier.recordedAtMs } };
    }
    const gone = sessionGone(session, context.time.nowMs());
    if (gone) return gone;
    if (session.state !== 'issued') {
      return refused('CONFLICT', 'the session has begun under another consent: a change needs a new session');
    }
    const { level, policyVersion, textHash, language } = request;
    const recordedAtMs = context.time.nowMs();
    const { clientId, subject } = session;
    await tx.consents.insert({
      receiptId,
      sessionId,
      clientId,
      subject,
      level,
      policyVersion,
      textHash,
      inventoryHash: request.inventoryHash,
      language,
      choices: request.choices,
      ageBand: request.ageBand ?? session.ageBand ?? 'adult',
      guardianReceiptId: request.guardianReceiptId ?? session.guardianReceiptId,
      recordedAtMs,
      withdrawnAtMs: null,
    });
    await tx.sessions.update(sessionId, { receiptId });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'consent-record',
      object: sessionId,
      facts: { receiptId, level, policyVersion },
    });
    return { ok: true, body: { receiptId, recordedAtMs } };
  });
}

function isSameConsent(row: ConsentRow, request: ConsentRequest): boolean {
  return (['level', 'policyVersion', 'textHash', 'language'] as const).every(
    (field) => row[field] === request[field],
  );
}
