import type { Refused } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { endSession } from '../sessions/endSession.js';
import { consentRefused } from './consentRefused.js';
import { isTakenBack } from './isTakenBack.js';
import { refuseRestricted } from './refuseRestricted.js';

/**
 * Ends a session that goes on without anybody's consent, within a transaction that holds its row: the person (or the guardian) took the
 * consent back after the begin, or asked for nothing more to be done. Its evidence is not judged; `forgetTakenBack` then deletes it.
 *
 * @returns the refusal; `null` where the session may go on, and nothing is changed
 */
export async function endTakenBack(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  session: SessionRow,
): Promise<Refused | null> {
  const restricted = await refuseRestricted(tx, session);
  if (restricted) {
    await endSession(tx, context, session, { action: 'session-restrict' });
    return restricted;
  }
  if (session.legalGround !== null) return null;
  const consent = session.receiptId === null ? null : await tx.consents.get(session.receiptId);
  if (consent !== null && !(await isTakenBack(tx, consent))) return null;
  await endSession(tx, context, session, { action: 'session-withdraw' });
  return consentRefused('the consent was taken back: the session has ended, and its evidence is deleted');
}
