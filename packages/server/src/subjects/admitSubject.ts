import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { SubjectRow } from '../ports/privacy/SubjectRow.js';
import type { StoreTransaction } from '../ports/Store.js';

/**
 * Holds a person's row until the transaction ends, so that something about them may be written: everything that does goes through here, and a
 * deletion takes the same row before it begins. What is written before is deleted; what comes later is refused until the deletion is done.
 *
 * Refused: CONFLICT while everything of the person is being deleted, or where it just was.
 *
 * @example
 * const admitted = await admitSubject(tx, { clientId, subject });
 * if (!admitted.ok) return admitted;
 */
export async function admitSubject(
  tx: Pick<StoreTransaction, 'subjects' | 'deletions'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<Answer<{ subject: SubjectRow }>> {
  const row = await tx.subjects.getForUpdate(clientId, subject);
  if (!row) return refused('CONFLICT', 'all of this person was deleted in this moment: ask again');
  if (await tx.deletions.running(clientId, subject)) {
    return refused('CONFLICT', 'all of this person is being deleted: ask again when that is done');
  }
  return { ok: true, subject: row };
}
