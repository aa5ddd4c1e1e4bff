import type { StoreTransaction } from '../ports/Store.js';

/** Adds to the counts of a deletion, in the transaction of what is counted: after a crash the sum is still right. */
export type DeletionTally = (
  tx: Pick<StoreTransaction, 'deletions'>,
  more: Readonly<Record<string, number>>,
) => Promise<void>;

/** The tally of one deletion. */
export function tallyOf(deletionId: string): DeletionTally {
  return async (tx, more) => {
    const row = await tx.deletions.getForUpdate(deletionId);
    if (!row) return;
    const counts: Record<string, number> = { ...row.counts };
    for (const [kind, count] of Object.entries(more)) {
      if (count > 0) counts[kind] = (counts[kind] ?? 0) + count;
    }
    await tx.deletions.update(deletionId, { counts });
  };
}
