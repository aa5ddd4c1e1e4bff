import type { ConsentRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/**
 * Whether a consent was taken back: by the person, or for a minor by the guardian whose own consent it leans on. What was recorded before a
 * withdrawal is good for nothing new, whatever its own row says: a receipt may have been written while the withdrawal was.
 */
export async function isTakenBack(
  tx: Pick<StoreTransaction, 'subjects' | 'guardianConsents'>,
  { clientId, subject, recordedAtMs, withdrawnAtMs, guardianReceiptId }: ConsentRow,
): Promise<boolean> {
  if (withdrawnAtMs !== null) return true;
  if (subject !== null) {
    const since = (await tx.subjects.get(clientId, subject))?.withdrawnAtMs ?? null;
    if (since !== null && recordedAtMs < since) return true;
  }
  if (guardianReceiptId === null) return false;
  // One that is gone was deleted with all else of the person.
  const guardian = await tx.guardianConsents.get(guardianReceiptId);
  return guardian === null || guardian.withdrawnAtMs !== null;
}
