import type { StoreTransaction } from '../ports/Store.js';

/** Two that write one reference at once take turns, so that no key of a replaced template is left behind. */
export function lockReference(
  tx: Pick<StoreTransaction, 'attempts'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<void> {
  return tx.attempts.lock([`reference:${clientId}:${id}`]);
}
