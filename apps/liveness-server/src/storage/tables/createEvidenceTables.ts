import type { ConsentRow, ReferenceRow, StoreTransaction } from '@huoti/server';
import type { Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';
import { VERDICT_COLUMNS } from './verdictColumns.js';

const CONSENT_COLUMNS = [
  'receiptId',
  'sessionId',
  'clientId',
  'subject',
  'level',
  'policyVersion',
  'textHash',
  'language',
  'recordedAtMs',
] as const satisfies readonly (keyof ConsentRow)[];
const REFERENCE_COLUMNS = [
  'clientId',
  'id',
  'model',
  'template',
  'dataKeyId',
  'createdAtMs',
  'replacedAtMs',
  'expiresAtMs',
] as const satisfies readonly (keyof ReferenceRow)[];

/** Verdicts, consents and enrolled faces in SQL. */
export function createEvidenceTables(
  trx: Transaction<Tables>,
): Pick<StoreTransaction, 'verdicts' | 'consents' | 'references'> {
  return {
    verdicts: {
      async insertOnce(row) {
        const inserted = await trx
          .insertInto('verdicts')
          .values(encodeJson(row, ['checks', 'signals', 'comparison', 'engine']))
          .onConflict((conflict) => conflict.column('sessionId').doNothing())
          .returning('sessionId')
          .executeTakeFirst();
        return inserted !== undefined;
      },
      async get(sessionId) {
        const row = await trx
          .selectFrom('verdicts')
          .select(VERDICT_COLUMNS)
          .where('sessionId', '=', sessionId)
          .executeTakeFirst();
        return row ?? null;
      },
    },
    consents: {
      async insert(row) {
        await trx.insertInto('consents').values(row).execute();
      },
      async get(receiptId) {
        const row = await trx
          .selectFrom('consents')
          .select(CONSENT_COLUMNS)
          .where('receiptId', '=', receiptId)
          .executeTakeFirst();
        return row ?? null;
      },
    },
    references: {
      async put(row) {
        await trx
          .insertInto('faceReferences')
          .values(row)
          .onConflict((conflict) => conflict.columns(['clientId', 'id']).doUpdateSet(row))
          .execute();
      },
      async get(clientId, id) {
        const row = await trx
          .selectFrom('faceReferences')
          .select(REFERENCE_COLUMNS)
          .where('clientId', '=', clientId)
          .where('id', '=', id)
          .executeTakeFirst();
        return row ?? null;
      },
      async delete(clientId, id) {
        const row = await trx
          .deleteFrom('faceReferences')
          .where('clientId', '=', clientId)
          .where('id', '=', id)
          .returning(REFERENCE_COLUMNS)
          .executeTakeFirst();
        return row ?? null;
      },
      expired: (atMs, limit) =>
        trx
          .selectFrom('faceReferences')
          .select(REFERENCE_COLUMNS)
          .where('expiresAtMs', '<=', atMs)
          .orderBy('expiresAtMs')
          .limit(limit)
          .execute(),
    },
  };
}
