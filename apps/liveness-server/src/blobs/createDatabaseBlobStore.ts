import type { BlobStore, Time } from '@huoti/server';
import type { SqlDatabase } from '../storage/SqlDatabase.js';
import { checkBlobKey } from './checkBlobKey.js';
import { refuseAborted } from './refuseAborted.js';

/**
 * Blobs as rows of the database: one thing to run and one thing to back up. Each call is a statement of its own, outside of any
 * transaction, because a blob is named by a row only after it lies there.
 *
 * @example const blobs = createDatabaseBlobStore({ database, time });
 */
export function createDatabaseBlobStore({
  database: { kysely },
  time,
}: {
  database: SqlDatabase;
  time: Time;
}): BlobStore {
  return {
    specificationVersion: 'v1',
    async put(key, bytes, { signal } = {}) {
      checkBlobKey(key);
      refuseAborted(signal);
      const row = { bytes, writtenAtMs: time.nowMs() };
      await kysely
        .insertInto('blobs')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    async get(key, { signal } = {}) {
      checkBlobKey(key);
      refuseAborted(signal);
      const row = await kysely.selectFrom('blobs').select('bytes').where('key', '=', key).executeTakeFirst();
      return row?.bytes ?? null;
    },
    async delete(key, { signal } = {}) {
      checkBlobKey(key);
      refuseAborted(signal);
      await kysely.deleteFrom('blobs').where('key', '=', key).execute();
    },
    async listBefore(beforeMs, limit, after = '') {
      const rows = await kysely
        .selectFrom('blobs')
        .select('key')
        .where('key', '>', after)
        .where('writtenAtMs', '<', beforeMs)
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map(({ key }) => key);
    },
  };
}
