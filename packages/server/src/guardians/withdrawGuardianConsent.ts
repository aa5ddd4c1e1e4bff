import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { endUnconsented } from '../consent/endUnconsented.js';
import { forgetTakenBack } from '../consent/forgetTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';

/** What {@link withdrawGuardianConsent} takes. */
export interface WithdrawGuardianConsentOptions {
  /** From the API key. */
  clientId: string;
  receiptId: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
  signal?: AbortSignal;
}

/**
 * A guardian takes a consent back: no session begins on it any more, and those under way that lean on it end, their evidence deleted. What
 * was decided before stands. Again, it changes nothing.
 *
 * Refused: NOT_FOUND, for another client's receipt too; CONFLICT while everything of the minor is being deleted.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault; ABORTED
 * @example await withdrawGuardianConsent(context, { clientId: 'school', receiptId });
 */
export async function withdrawGuardianConsent(
  context: ServerContext,
  { clientId, receiptId, actor = 'system', signal }: WithdrawGuardianConsentOptions,
): Promise<Answer<{ ended: number }>> {
  const { store, time } = context;
  const given = await store.transaction((tx) => tx.guardianConsents.get(receiptId));
  if (given?.clientId !== clientId) {
    return refused('NOT_FOUND', "there is no guardian's consent of that id: list those of the minor");
  }
  const { subject } = given;
  const pseudonym = await pseudonymOf(context, { clientId, subject });
  const answer = await store.transaction<Answer<{ ended: readonly string[] }>>(async (tx) => {
    const admitted = await admitSubject(tx, { clientId, subject });
    if (!admitted.ok) return admitted;
    if (!(await tx.guardianConsents.withdrawOne(receiptId, time.nowMs()))) return { ok: true, ended: [] };
    const ended = await endUnconsented(tx, context, { clientId, subject });
    await writeAudit(tx, context, {
      actor,
      action: 'guardian-consent-withdraw',
      object: receiptId,
      pseudonym,
      facts: { sessions: ended.length },
    });
    return { ok: true, ended };
  });
  if (!answer.ok) return answer;
  await forgetTakenBack(context, answer.ended, { signal });
  return { ok: true, ended: answer.ended.length };
}
