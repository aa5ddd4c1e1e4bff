import type { ApiKeyRow, DataKeyRow, StoreTransaction } from '@huoti/server';
import type { Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';

const DATA_KEY_COLUMNS = [
  'id',
  'wrapped',
  'masterKeyId',
  'createdAtMs',
] as const satisfies readonly (keyof DataKeyRow)[];
const API_KEY_COLUMNS = [
  'id',
  'clientId',
  'secretHash',
  'scopes',
  'createdAtMs',
  'expiresAtMs',
  'revokedAtMs',
] as const satisfies readonly (keyof ApiKeyRow)[];

/** Data keys and API keys in SQL. */
export function createKeyTables(trx: Transaction<Tables>): Pick<StoreTransaction, 'dataKeys' | 'apiKeys'> {
  return {
    dataKeys: {
      async insert(row) {
        await trx.insertInto('dataKeys').values(row).execute();
      },
      async get(id) {
        const row = await trx
          .selectFrom('dataKeys')
          .select(DATA_KEY_COLUMNS)
          .where('id', '=', id)
          .executeTakeFirst();
        return row ?? null;
      },
      async rewrap(id, wrapped, masterKeyId) {
        await trx.updateTable('dataKeys').set({ wrapped, masterKeyId }).where('id', '=', id).execute();
      },
      notUnder: (masterKeyId, limit) =>
        trx
          .selectFrom('dataKeys')
          .select(DATA_KEY_COLUMNS)
          .where('masterKeyId', '<>', masterKeyId)
          .limit(limit)
          .execute(),
      async delete(id) {
        await trx.deleteFrom('dataKeys').where('id', '=', id).execute();
      },
    },
    apiKeys: {
      async insert(row) {
        await trx
          .insertInto('apiKeys')
          .values(encodeJson(row, ['scopes']))
          .execute();
      },
      async get(id) {
        const row = await trx
          .selectFrom('apiKeys')
          .select(API_KEY_COLUMNS)
          .where('id', '=', id)
          .executeTakeFirst();
        return row ?? null;
      },
      list(clientId) {
        const all = trx.selectFrom('apiKeys').select(API_KEY_COLUMNS).orderBy('createdAtMs').orderBy('id');
        return (clientId === undefined ? all : all.where('clientId', '=', clientId)).execute();
      },
      async revoke(id, atMs) {
        const revoked = await trx
          .updateTable('apiKeys')
          .set({ revokedAtMs: atMs })
          .where('id', '=', id)
          .where(({ or, eb }) => or([eb('revokedAtMs', 'is', null), eb('revokedAtMs', '>', atMs)]))
          .returning('id')
          .executeTakeFirst();
        return revoked !== undefined;
      },
    },
  };
}
