import type { GuardianConsentRow, GuardianConsentTable } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';
import { personAgeFilter } from './ageFilter.js';

const COLUMNS = [
  'receiptId',
  'clientId',
  'subject',
  'guardian',
  'document',
  'level',
  'policyVersion',
  'textHash',
  'language',
  'signedAtMs',
  'recordedAtMs',
  'expiresAtMs',
  'withdrawnAtMs',
] as const satisfies readonly (keyof GuardianConsentRow)[];

/** Guardians' consents in SQL. */
export function createGuardianConsentTable(trx: Transaction<Tables>): GuardianConsentTable {
  return {
    async insert(row) {
      await trx.insertInto('guardianConsents').values(row).execute();
    },
    async get(receiptId) {
      const row = await trx
        .selectFrom('guardianConsents')
        .select(COLUMNS)
        .where('receiptId', '=', receiptId)
        .executeTakeFirst();
      return row ?? null;
    },
    list: (clientId, subject) =>
      trx
        .selectFrom('guardianConsents')
        .select(COLUMNS)
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .orderBy('recordedAtMs')
        .execute(),
    async withdraw(clientId, subject, atMs) {
      const { numUpdatedRows } = await trx
        .updateTable('guardianConsents')
        .set({ withdrawnAtMs: atMs })
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .where('withdrawnAtMs', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    async withdrawOne(receiptId, atMs) {
      const { numUpdatedRows } = await trx
        .updateTable('guardianConsents')
        .set({ withdrawnAtMs: atMs })
        .where('receiptId', '=', receiptId)
        .where('withdrawnAtMs', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    recordedBefore: (atMs, limit, ages) =>
      trx
        .selectFrom('guardianConsents')
        .select(COLUMNS)
        .where('recordedAtMs', '<=', atMs)
        .where(personAgeFilter('guardianConsents', sql.ref('guardianConsents.subject'), ages))
        .orderBy('recordedAtMs')
        .limit(limit)
        .execute(),
    async delete(receiptId) {
      await trx.deleteFrom('guardianConsents').where('receiptId', '=', receiptId).execute();
    },
    async deleteOf(clientId, subject) {
      const { numDeletedRows } = await trx
        .deleteFrom('guardianConsents')
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
