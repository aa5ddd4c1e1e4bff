import type { DeletionRow, DeletionTable } from '@huoti/server';
import type { Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';

const COLUMNS = [
  'id',
  'clientId',
  'subject',
  'pseudonym',
  'caseId',
  'state',
  'startedAtMs',
  'finishedAtMs',
  'counts',
  'backupsExpireAtMs',
] as const satisfies readonly (keyof DeletionRow)[];
const DEFAULT_LIMIT = 100;
const MOST = 500;

/** Deletions of people in SQL. */
export function createDeletionTable(trx: Transaction<Tables>): DeletionTable {
  const all = () => trx.selectFrom('deletions').select(COLUMNS);
  return {
    async insert(row) {
      await trx
        .insertInto('deletions')
        .values(encodeJson(row, ['counts']))
        .execute();
    },
    async get(id) {
      return (await all().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async getForUpdate(id) {
      return (await all().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    async running(clientId, subject) {
      const row = await all()
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .where('state', '=', 'running')
        .executeTakeFirst();
      return row ?? null;
    },
    unfinished: (limit) => all().where('state', '=', 'running').orderBy('startedAtMs').limit(limit).execute(),
    async update(id, changes) {
      if (Object.keys(changes).length === 0) return;
      await trx
        .updateTable('deletions')
        .set(encodeJson(changes, ['counts']))
        .where('id', '=', id)
        .execute();
    },
    doneBefore: (atMs, backupsGoneMs, limit) =>
      all()
        .where('state', '=', 'done')
        .where('finishedAtMs', '<=', atMs)
        .where(({ or, eb }) =>
          or([eb('backupsExpireAtMs', 'is', null), eb('backupsExpireAtMs', '<=', backupsGoneMs)]),
        )
        .orderBy('finishedAtMs')
        .limit(limit)
        .execute(),
    async delete(id) {
      await trx.deleteFrom('deletions').where('id', '=', id).execute();
    },
    list({ clientId, limit = DEFAULT_LIMIT }) {
      const query = clientId === undefined ? all() : all().where('clientId', '=', clientId);
      return query
        .orderBy('startedAtMs', 'desc')
        .orderBy('id', 'desc')
        .limit(Math.min(limit, MOST))
        .execute();
    },
  };
}
