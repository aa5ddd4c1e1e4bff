import type { Refused } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { groundFault } from '../grounds/groundFault.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { ageFault } from './ageFault.js';
import { consentFault } from './consentFault.js';
import { consentRefused } from './consentRefused.js';
import { isTakenBack } from './isTakenBack.js';
import { refuseRestricted } from './refuseRestricted.js';

/**
 * What stands between a session and its begin, now: no receipt of its own that fits all that it does, no guardian where one is needed, no
 * ground in law that is allowed, or a person who asked for nothing more to be done. `null` where it may begin.
 *
 * The receipt is judged again from its start, not believed because it was recorded: a new version of the policy may be in force since, the
 * consent taken back, the guardian's run out.
 */
export async function refuseUnconsented(
  tx: Pick<StoreTransaction, 'consents' | 'guardianConsents' | 'subjects' | 'references'>,
  { settings, time }: Pick<ServerContext, 'settings' | 'time'>,
  session: SessionRow,
): Promise<Refused | null> {
  const restricted = await refuseRestricted(tx, session);
  if (restricted) return restricted;
  if (session.legalGround !== null) {
    const fault = groundFault(settings, session.legalGround);
    return fault === null ? null : consentRefused(fault);
  }
  const consent = session.receiptId === null ? null : await tx.consents.get(session.receiptId);
  if (consent === null) {
    return consentRefused(`a consent to the level "${session.policy.evidenceLevel}" comes first`);
  }
  // A receipt leads to one session: whoever could move it would have a consent that nobody gave.
  if (
    consent.sessionId !== session.id ||
    consent.clientId !== session.clientId ||
    consent.subject !== session.subject
  ) {
    return consentRefused('the receipt is of another session: ask the person and record their consent');
  }
  if (await isTakenBack(tx, consent)) {
    return consentRefused('this consent was taken back: a new one needs a new session');
  }
  const atMs = time.nowMs();
  const { guardianReceiptId } = consent;
  const misfit =
    consentFault(settings, { session, request: consent, atMs }) ??
    (await ageFault(tx, settings, { session, band: consent.ageBand, guardianReceiptId, atMs }));
  return misfit === null ? null : consentRefused(misfit);
}
