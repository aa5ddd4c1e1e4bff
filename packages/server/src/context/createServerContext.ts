import { createDataKey } from '../sealing/createDataKey.js';
import type { ServerContext } from './ServerContext.js';

/** The data key that all processes of a service share. */
const NONCE_KEY_ID = 'nonce-secret';

/**
 * Completes a context: reads the secret that DPoP nonces are made with, or makes it where there is none. It lies in the
 * store, wrapped like every data key, so that a nonce of one process is good at every other.
 *
 * @throws HuotiError BUSY where the store is away; INVALID_ARGUMENT, HOST_ERROR where its master key is not the one
 * @example const context = await createServerContext({ store, blobs, masterKeys, signer, time, random, settings });
 */
export async function createServerContext(parts: Omit<ServerContext, 'nonceSecret'>): Promise<ServerContext> {
  const { store, masterKeys } = parts;
  const read = () => store.transaction((tx) => tx.dataKeys.get(NONCE_KEY_ID));
  let row = await read();
  if (!row) {
    const fresh = await createDataKey(parts, { id: NONCE_KEY_ID });
    // Another process may be starting at the same moment: whose row stands is read again.
    row = await store
      .transaction((tx) => tx.dataKeys.insert(fresh.row))
      .then(
        () => fresh.row,
        async (error: unknown) => {
          const others = await read();
          if (!others) throw error;
          return others;
        },
      );
  }
  return { ...parts, nonceSecret: await masterKeys.unwrap(row.wrapped, row.masterKeyId) };
}
