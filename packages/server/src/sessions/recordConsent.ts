import type { ConsentRequest, ConsentResponse } from '@huoti/protocol';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { ageFault } from '../consent/ageFault.js';
import { consentFault } from '../consent/consentFault.js';
import { consentRefused } from '../consent/consentRefused.js';
import { isTakenBack } from '../consent/isTakenBack.js';
import { refuseRestricted } from '../consent/refuseRestricted.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ConsentRow, SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { randomId } from '../sealing/randomId.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';

/** What {@link recordConsent} takes. */
export interface RecordConsentOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: ConsentRequest;
}

/**
 * Keeps what a person agreed to, after the notice that was shown is made again and every word of the consent held against it. The same
 * consent again gives the same receipt; another one, before the session begins, takes the place of the first.
 *
 * The age that is said first stands for the session, the backend's before all: who was refused for it does not become older by a second
 * request.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, SESSION_USED, CONFLICT for another consent after the begin and for a session on a ground in law,
 * RESTRICTED, CONSENT_REQUIRED for everything that does not fit: the detail says what, and what to do.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example await recordConsent(context, { sessionId, request: { level, policyVersion, textHash, inventoryHash, language, choices } });
 */
export async function recordConsent(
  context: ServerContext,
  { sessionId, request }: RecordConsentOptions,
): Promise<Answer<{ body: ConsentResponse }>> {
  const { store, random, time, settings } = context;
  const receiptId = randomId(random);
  const found = await store.transaction((tx) => tx.sessions.get(sessionId));
  if (!found) return sessionUnknown();
  const { clientId, subject } = found;
  // A client can't change whose session it is: what is read here holds inside.
  const named = subject === null ? null : await ensureSubject(context, { clientId, subject });
  return store.transaction(async (tx) => {
    if (subject !== null) {
      const admitted = await admitSubject(tx, { clientId, subject });
      if (!admitted.ok) return admitted;
    }
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    const earlier = session.receiptId === null ? null : await tx.consents.get(session.receiptId);
    const over = earlier !== null && (await isTakenBack(tx, earlier));
    if (earlier && !over && isSameConsent(earlier, request, session)) {
      return { ok: true, body: { receiptId: earlier.receiptId, recordedAtMs: earlier.recordedAtMs } };
    }
    const nowMs = time.nowMs();
    const early = sessionGone(session, nowMs) ?? notAsked(session) ?? (await refuseRestricted(tx, session));
    if (early) return early;
    if (over) return consentRefused('this consent was taken back: a new one needs a new session');

    const age = await ageSaid(tx, session, request);
    if (!age.ok) return age;
    const ageBand = age.band;
    const guardianReceiptId = ageBand === 'adult' ? null : guardianNamed(session, request);
    const fault =
      consentFault(settings, { session, request, atMs: nowMs }) ??
      (await ageFault(tx, settings, { session, band: ageBand, guardianReceiptId, atMs: nowMs }));
    if (fault !== null) return consentRefused(fault);

    const { level, policyVersion, textHash, inventoryHash, language, choices } = request;
    await tx.consents.insert({
      receiptId,
      sessionId,
      clientId,
      subject,
      level,
      policyVersion,
      textHash,
      inventoryHash,
      language,
      choices,
      ageBand,
      guardianReceiptId,
      recordedAtMs: nowMs,
      withdrawnAtMs: null,
    });
    await tx.sessions.update(sessionId, { receiptId });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'consent-record',
      object: sessionId,
      pseudonym: named?.pseudonym ?? null,
      facts: { receiptId, level, policyVersion, ageBand, guardian: guardianReceiptId !== null },
    });
    return { ok: true, body: { receiptId, recordedAtMs: nowMs } };
  });
}

function notAsked({ state, legalGround }: SessionRow): Refused | null {
  if (legalGround !== null) {
    return refused(
      'CONFLICT',
      `this session runs on the ground "${legalGround.ground}" and asks for no consent: leave it out, or have the backend create a session without a ground`,
    );
  }
  return state === 'issued'
    ? null
    : refused('CONFLICT', 'the session has begun under another consent: a change needs a new session');
}

/** The age that counts; the first word of it is kept with the session, whatever comes of the consent. */
async function ageSaid(
  tx: Pick<StoreTransaction, 'sessions' | 'subjects'>,
  { id, clientId, subject, ageBand }: SessionRow,
  request: ConsentRequest,
): Promise<{ readonly ok: true; readonly band: ConsentRow['ageBand'] } | Refused> {
  const said = request.ageBand;
  if (ageBand !== null) {
    if (said === undefined || said === ageBand) return { ok: true, band: ageBand };
    return consentRefused(
      `this session is of the age "${ageBand}", as was said before: leave ageBand out, or have the backend create a new session`,
    );
  }
  if (said === undefined) {
    return consentRefused(
      'the age comes first: ask the person and say it as ageBand, or have the backend say it when it creates the session',
    );
  }
  await tx.sessions.update(id, { ageBand: said });
  if (subject !== null) await tx.subjects.update(clientId, subject, { ageBand: said });
  return { ok: true, band: said };
}

const guardianNamed = (session: SessionRow, request: ConsentRequest): string | null =>
  request.guardianReceiptId ?? session.guardianReceiptId;

function isSameConsent(row: ConsentRow, request: ConsentRequest, session: SessionRow): boolean {
  const fields = ['level', 'policyVersion', 'textHash', 'inventoryHash', 'language'] as const;
  const choices = Object.keys({ ...row.choices, ...request.choices }) as (keyof ConsentRow['choices'])[];
  return (
    fields.every((field) => row[field] === request[field]) &&
    choices.every((choice) => row.choices[choice] === request.choices[choice]) &&
    (request.ageBand === undefined || request.ageBand === row.ageBand) &&
    (row.ageBand === 'adult' || row.guardianReceiptId === guardianNamed(session, request))
  );
}
