import type { ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** Destroys the keys of a reference whose row is gone, or has others. */
export async function destroyKeys(
  tx: Pick<StoreTransaction, 'dataKeys'>,
  { dataKeyId, turnKeyId }: Pick<ReferenceRow, 'dataKeyId' | 'turnKeyId'>,
): Promise<void> {
  await tx.dataKeys.delete(dataKeyId);
  if (turnKeyId !== null) await tx.dataKeys.delete(turnKeyId);
}
