import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { DAY_MS } from '../context/settingRanges.js';
import { termsInForce } from '../context/termsInForce.js';
import type { StoreTransaction } from '../ports/Store.js';
import type { DeletionScope } from './DeletionScope.js';

/**
 * The last step, in one transaction: the person's row and key go, the case is closed, and the record keeps the pseudonym alone. With the key
 * nobody can tell any more whose pseudonym it was.
 *
 * @returns false where something of the person is still there, written before the deletion began: then the steps run again
 */
export async function finishDeletion(
  context: Pick<ServerContext, 'store' | 'time' | 'settings'>,
  { deletionId, clientId, subject, pseudonym, tally }: DeletionScope,
): Promise<boolean> {
  const nowMs = context.time.nowMs();
  const { backupDays } = termsInForce(context.settings, nowMs);
  return context.store.transaction(async (tx) => {
    // Whoever writes something about the person holds this row: nothing comes in between.
    const person = await tx.subjects.getForUpdate(clientId, subject);
    const deletion = await tx.deletions.getForUpdate(deletionId);
    if (deletion?.state !== 'running') return true;
    if (await isSomethingLeft(tx, { clientId, subject, caseId: deletion.caseId })) return false;
    if (deletion.caseId !== null) {
      await tx.rightsCases.update(deletion.caseId, {
        subject: null,
        note: null,
        state: 'done',
        closedAtMs: nowMs,
      });
      await tally(tx, { cases: 1 });
    }
    if (person) {
      await tx.subjects.delete(clientId, subject);
      await tx.dataKeys.delete(person.keyId);
    }
    await tx.deletions.update(deletionId, {
      state: 'done',
      subject: null,
      finishedAtMs: nowMs,
      backupsExpireAtMs: nowMs + backupDays * DAY_MS,
    });
    await writeAudit(tx, context, {
      action: 'subject-delete',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { deletionId, ...(await tx.deletions.get(deletionId))?.counts },
    });
    return true;
  });
}

async function isSomethingLeft(
  tx: StoreTransaction,
  { clientId, subject, caseId }: { clientId: string; subject: string; caseId: string | null },
): Promise<boolean> {
  const cases = await tx.rightsCases.list({ clientId, subject, limit: 2 });
  return (
    (await tx.sessions.list({ clientId, subject, limit: 1 })).length > 0 ||
    (await tx.references.listOf(clientId, subject)).length > 0 ||
    (await tx.consents.list(clientId, subject)).length > 0 ||
    (await tx.guardianConsents.list(clientId, subject)).length > 0 ||
    cases.some(({ id }) => id !== caseId)
  );
}
