import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { refuseRestricted } from '../consent/refuseRestricted.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { keptReference } from './keptReference.js';

/**
 * A reference that may be compared with now.
 *
 * Refused: NOT_FOUND where there is none, or where its time has run out; RESTRICTED where its person asked that nothing of them be used, or
 * is being deleted.
 */
export async function usableReference(
  tx: Pick<StoreTransaction, 'references' | 'subjects' | 'deletions'>,
  context: Pick<ServerContext, 'time'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<Answer<{ row: ReferenceRow }>> {
  const kept = await keptReference(tx, context, { clientId, id });
  if (!kept.ok) return kept;
  const { subject } = kept.row;
  const restricted = await refuseRestricted(tx, { clientId, subject });
  if (restricted) return restricted;
  if (await tx.deletions.running(clientId, subject)) {
    return refused('RESTRICTED', 'all of this person is being deleted: their face is compared no more');
  }
  return kept;
}
