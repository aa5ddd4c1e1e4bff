import type { ReferenceRow, ReferenceTable } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';
import { personAgeFilter } from './ageFilter.js';

const COLUMNS = [
  'clientId',
  'id',
  'model',
  'turnKeyId',
  'template',
  'dataKeyId',
  'createdAtMs',
  'replacedAtMs',
  'expiresAtMs',
] as const satisfies readonly (keyof ReferenceRow)[];
/** Both as their indexes have them. */
const SUBJECT = sql<string>`coalesce(face_references.subject, face_references.id)`;
const ENROLLED_AT = sql<number>`coalesce(face_references.replaced_at_ms, face_references.created_at_ms)`;

/** Enrolled faces in SQL. */
export function createReferenceTable(trx: Transaction<Tables>): ReferenceTable {
  const all = () => trx.selectFrom('faceReferences').select(COLUMNS).select(SUBJECT.as('subject'));
  return {
    async put(row) {
      await trx
        .insertInto('faceReferences')
        .values(row)
        .onConflict((conflict) => conflict.columns(['clientId', 'id']).doUpdateSet(row))
        .execute();
    },
    async get(clientId, id) {
      const row = await all().where('clientId', '=', clientId).where('id', '=', id).executeTakeFirst();
      return row ?? null;
    },
    async delete(clientId, id) {
      const row = await trx
        .deleteFrom('faceReferences')
        .where('clientId', '=', clientId)
        .where('id', '=', id)
        .returning(COLUMNS)
        .returning(SUBJECT.as('subject'))
        .executeTakeFirst();
      return row ?? null;
    },
    expired: (atMs, limit) =>
      all().where('expiresAtMs', '<=', atMs).orderBy('expiresAtMs').limit(limit).execute(),
    listOf: (clientId, subject) =>
      all().where('clientId', '=', clientId).where(SUBJECT, '=', subject).orderBy('id').execute(),
    keptSince: (atMs, limit, ages) =>
      all()
        .where(ENROLLED_AT, '<=', atMs)
        .where(personAgeFilter('faceReferences', SUBJECT, ages))
        .orderBy(ENROLLED_AT)
        .limit(limit)
        .execute(),
  };
}
