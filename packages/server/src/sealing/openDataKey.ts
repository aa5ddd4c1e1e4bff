import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';

/**
 * Unwraps a data key.
 *
 * @throws HuotiError HOST_ERROR where its row is gone: what it sealed can't be read again
 */
export async function openDataKey(
  { store, masterKeys }: Pick<ServerContext, 'store' | 'masterKeys'>,
  id: string,
): Promise<Uint8Array> {
  const row = await store.transaction((tx) => tx.dataKeys.get(id));
  if (!row) throw new HuotiError('HOST_ERROR', 'a data key is gone: what it sealed was deleted');
  return masterKeys.unwrap(row.wrapped, row.masterKeyId);
}
