import type { RightsCaseRow, RightsCaseTable } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';
import { personAgeFilter } from './ageFilter.js';

const COLUMNS = [
  'id',
  'clientId',
  'subject',
  'kind',
  'state',
  'receivedAtMs',
  'dueAtMs',
  'closedAtMs',
  'closedBy',
  'note',
  'deletionId',
] as const satisfies readonly (keyof RightsCaseRow)[];
const DEFAULT_LIMIT = 100;
const MOST = 500;

/** Requests of people in SQL. */
export function createRightsCaseTable(trx: Transaction<Tables>): RightsCaseTable {
  const all = () => trx.selectFrom('rightsCases').select(COLUMNS);
  return {
    async insert(row) {
      await trx.insertInto('rightsCases').values(row).execute();
    },
    async get(id) {
      return (await all().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async getForUpdate(id) {
      return (await all().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    async update(id, changes) {
      if (Object.keys(changes).length === 0) return;
      await trx.updateTable('rightsCases').set(changes).where('id', '=', id).execute();
    },
    list({ clientId, subject, state, kind, limit = DEFAULT_LIMIT }) {
      let query = all();
      if (clientId !== undefined) query = query.where('clientId', '=', clientId);
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (state !== undefined) query = query.where('state', '=', state);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      return query.orderBy('dueAtMs').orderBy('id').limit(Math.min(limit, MOST)).execute();
    },
    closedBefore: (atMs, limit, ages) =>
      all()
        .where('closedAtMs', '<=', atMs)
        .where(personAgeFilter('rightsCases', sql.ref('rightsCases.subject'), ages))
        .orderBy('closedAtMs')
        .limit(limit)
        .execute(),
    async delete(id) {
      await trx.deleteFrom('rightsCases').where('id', '=', id).execute();
    },
    async countOpen(dueBeforeMs) {
      const row = await trx
        .selectFrom('rightsCases')
        .select(({ fn }) => [
          fn.countAll<number>().as('open'),
          fn.countAll<number>().filterWhere('dueAtMs', '<', dueBeforeMs).as('due'),
        ])
        .where('closedAtMs', 'is', null)
        .executeTakeFirstOrThrow();
      return { open: Number(row.open), due: Number(row.due) };
    },
  };
}
