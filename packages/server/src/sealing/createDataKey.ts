import type { ServerContext } from '../context/ServerContext.js';
import type { DataKeyRow } from '../ports/rows.js';
import { randomId } from './randomId.js';
import { KEY_BYTES } from './sealFormat.js';

/**
 * A new data key and the row that keeps it, wrapped. Made before a transaction, never inside: the master key may live in
 * another machine.
 */
export async function createDataKey(
  { masterKeys, random, time }: Pick<ServerContext, 'masterKeys' | 'random' | 'time'>,
  { id = randomId(random) }: { id?: string } = {},
): Promise<{ readonly key: Uint8Array; readonly row: DataKeyRow }> {
  const key = random.fill(new Uint8Array(KEY_BYTES));
  const { wrapped, masterKeyId } = await masterKeys.wrap(key);
  return { key, row: { id, wrapped, masterKeyId, createdAtMs: time.nowMs() } };
}
