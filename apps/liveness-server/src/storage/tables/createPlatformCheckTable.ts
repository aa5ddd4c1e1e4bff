import type { PlatformCheckRow, PlatformCheckTable } from '@huoti/server';
import type { Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

const COLUMNS = [
  'sessionId',
  'platform',
  'identity',
  'serial',
  'claimedUntilMs',
  'verifyId',
  'verifyExpiresAtMs',
  'begins',
  'queries',
] as const satisfies readonly (keyof PlatformCheckRow)[];

/** What sessions that a platform decides need, in SQL. */
export function createPlatformCheckTable(trx: Transaction<Tables>): PlatformCheckTable {
  return {
    async insert(row) {
      await trx.insertInto('platformChecks').values(row).execute();
    },
    async get(sessionId) {
      const row = await trx
        .selectFrom('platformChecks')
        .select(COLUMNS)
        .where('sessionId', '=', sessionId)
        .executeTakeFirst();
      return row ?? null;
    },
    async update(sessionId, changes) {
      if (Object.keys(changes).length === 0) return;
      await trx.updateTable('platformChecks').set(changes).where('sessionId', '=', sessionId).execute();
    },
    async delete(sessionId) {
      await trx.deleteFrom('platformChecks').where('sessionId', '=', sessionId).execute();
    },
  };
}
