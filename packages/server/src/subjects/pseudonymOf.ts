import type { ServerContext } from '../context/ServerContext.js';
import { pseudonym } from './pseudonym.js';

/**
 * What stands for a person in the audit log; `null` where nobody of that name is known. Asked before a transaction, never inside: the master
 * key may live in another machine.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example const pseudonym = await pseudonymOf(context, { clientId: 'bank', subject: 'customer-17' });
 */
export async function pseudonymOf(
  { store, masterKeys }: Pick<ServerContext, 'store' | 'masterKeys'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<string | null> {
  // The key in the same transaction as the row: between two of them the person may be deleted.
  const row = await store.transaction(async (tx) => {
    const found = await tx.subjects.get(clientId, subject);
    return found && tx.dataKeys.get(found.keyId);
  });
  if (!row) return null;
  return pseudonym(await masterKeys.unwrap(row.wrapped, row.masterKeyId), { clientId, subject });
}
