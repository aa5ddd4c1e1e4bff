import type { ConsentRow, StoreTransaction } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';
import { ageFilter } from './ageFilter.js';
import { VERDICT_COLUMNS } from './verdictColumns.js';

const CONSENT_COLUMNS = [
  'receiptId',
  'sessionId',
  'clientId',
  'subject',
  'level',
  'policyVersion',
  'textHash',
  'inventoryHash',
  'language',
  'choices',
  'ageBand',
  'guardianReceiptId',
  'recordedAtMs',
  'withdrawnAtMs',
] as const satisfies readonly (keyof ConsentRow)[];

/** Verdicts and consents in SQL. */
export function createEvidenceTables(
  trx: Transaction<Tables>,
): Pick<StoreTransaction, 'verdicts' | 'consents'> {
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
        await trx
          .insertInto('consents')
          .values(encodeJson(row, ['choices']))
          .execute();
      },
      async get(receiptId) {
        const row = await trx
          .selectFrom('consents')
          .select(CONSENT_COLUMNS)
          .where('receiptId', '=', receiptId)
          .executeTakeFirst();
        return row ?? null;
      },
      list: (clientId, subject) =>
        trx
          .selectFrom('consents')
          .select(CONSENT_COLUMNS)
          .where('clientId', '=', clientId)
          .where('subject', '=', subject)
          .orderBy('recordedAtMs')
          .execute(),
      async withdraw(clientId, subject, atMs) {
        const { numUpdatedRows } = await trx
          .updateTable('consents')
          .set({ withdrawnAtMs: atMs })
          .where('clientId', '=', clientId)
          .where('subject', '=', subject)
          .where('withdrawnAtMs', 'is', null)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      },
      async deleteOf(clientId, subject) {
        const { numDeletedRows } = await trx
          .deleteFrom('consents')
          .where('clientId', '=', clientId)
          .where('subject', '=', subject)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
      async deleteOfSession(sessionId) {
        const { numDeletedRows } = await trx
          .deleteFrom('consents')
          .where('sessionId', '=', sessionId)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
      recordedBefore: (atMs, limit, ages) =>
        trx
          .selectFrom('consents')
          .select(CONSENT_COLUMNS)
          .where('recordedAtMs', '<=', atMs)
          .where(ageFilter(sql.ref('ageBand'), ages))
          .orderBy('recordedAtMs')
          .limit(limit)
          .execute(),
      async delete(receiptId) {
        await trx.deleteFrom('consents').where('receiptId', '=', receiptId).execute();
      },
    },
  };
}
