import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { StoreTransaction } from '../ports/Store.js';

/**
 * CONFLICT while everything of a person is being deleted, `null` otherwise; holds the person's row, where there is one, until the transaction
 * ends. For whoever is looked at without being named: the owner of an enrolled face, who may be known by the face alone.
 */
export async function refuseForgotten(
  tx: Pick<StoreTransaction, 'subjects' | 'deletions'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<Refused | null> {
  await tx.subjects.getForUpdate(clientId, subject);
  return (await tx.deletions.running(clientId, subject))
    ? refused('CONFLICT', 'all of this person is being deleted: ask again when that is done')
    : null;
}
