import type { PartRow, PartTable } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';
import { ageFilter } from './ageFilter.js';
import { policyFilter } from './policyFilter.js';

const COLUMNS = [
  'sessionId',
  'name',
  'sha256',
  'bytes',
  'blobKey',
  'storedAtMs',
] as const satisfies readonly (keyof PartRow)[];

async function put(trx: Transaction<Tables>, row: PartRow): Promise<PartRow | null> {
  const inserted = await trx
    .insertInto('parts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sessionId', 'name']).doNothing())
    .returning('name')
    .executeTakeFirst();
  if (inserted !== undefined) return null;
  const replaced = await trx
    .selectFrom('parts')
    .select(COLUMNS)
    .where('sessionId', '=', row.sessionId)
    .where('name', '=', row.name)
    .forUpdate()
    .executeTakeFirst();
  // Deleted between the two statements: then there is room for it now.
  if (replaced === undefined) return put(trx, row);
  await trx
    .updateTable('parts')
    .set(row)
    .where('sessionId', '=', row.sessionId)
    .where('name', '=', row.name)
    .execute();
  return replaced;
}

/** Rows of uploaded parts in SQL. */
export function createPartTable(trx: Transaction<Tables>): PartTable {
  const ofSession = (sessionId: string) =>
    trx.selectFrom('parts').select(COLUMNS).where('sessionId', '=', sessionId);
  return {
    put: (row) => put(trx, row),
    async get(sessionId, name) {
      return (await ofSession(sessionId).where('name', '=', name).executeTakeFirst()) ?? null;
    },
    list: (sessionId) => ofSession(sessionId).orderBy('name').execute(),
    async delete(sessionId, name) {
      await trx.deleteFrom('parts').where('sessionId', '=', sessionId).where('name', '=', name).execute();
    },
    ofEndedSessions(beforeMs, kind, limit, policies, ages) {
      const endedAt = sql<number>`coalesce(sessions.decided_at_ms, sessions.expires_at_ms)`;
      return (
        trx
          .selectFrom('parts')
          .innerJoin('sessions', 'sessions.id', 'parts.sessionId')
          .select(COLUMNS.map((column) => `parts.${column}` as const))
          .where('parts.name', kind === 'pictures' ? 'like' : 'not like', sql.lit('picture-%'))
          // Stored before the session ended, so this leaves none out; it lets the index begin where parts are still kept.
          .where('parts.storedAtMs', '<=', beforeMs)
          .where('sessions.state', 'in', ['decided', 'expired'])
          .where(endedAt, '<=', beforeMs)
          .where(policyFilter(policies))
          .where(ageFilter(sql.ref('sessions.ageBand'), ages))
          .orderBy('parts.storedAtMs')
          .limit(limit)
          .execute()
      );
    },
    async isReferenced(blobKey) {
      const found = await trx
        .selectFrom('parts')
        .select('name')
        .where('blobKey', '=', blobKey)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}
