import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** A reference that is there. Refused: NOT_FOUND where there is none, or where its time has run out. */
export async function keptReference(
  tx: Pick<StoreTransaction, 'references'>,
  { time }: Pick<ServerContext, 'time'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<Answer<{ row: ReferenceRow }>> {
  const row = await tx.references.get(clientId, id);
  const isThere = row !== null && (row.expiresAtMs === null || row.expiresAtMs > time.nowMs());
  return isThere ? { ok: true, row } : refused('NOT_FOUND', 'there is no reference of that id');
}
