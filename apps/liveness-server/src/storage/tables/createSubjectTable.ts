import type { SubjectRow, SubjectTable } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

const COLUMNS = [
  'clientId',
  'subject',
  'keyId',
  'createdAtMs',
  'ageBand',
  'restrictedAtMs',
  'withdrawnAtMs',
] as const satisfies readonly (keyof SubjectRow)[];

/** People in SQL. */
export function createSubjectTable(trx: Transaction<Tables>): SubjectTable {
  const one = (clientId: string, subject: string) =>
    trx
      .selectFrom('subjects')
      .select(COLUMNS)
      .where('clientId', '=', clientId)
      .where('subject', '=', subject);
  return {
    async insertOnce(row) {
      const inserted = await trx
        .insertInto('subjects')
        .values({ ...row, lookedAtMs: row.createdAtMs })
        .onConflict((conflict) => conflict.columns(['clientId', 'subject']).doNothing())
        .returning('subject')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async get(clientId, subject) {
      return (await one(clientId, subject).executeTakeFirst()) ?? null;
    },
    async getForUpdate(clientId, subject) {
      return (await one(clientId, subject).forUpdate().executeTakeFirst()) ?? null;
    },
    async update(clientId, subject, changes) {
      if (Object.keys(changes).length === 0) return;
      await trx
        .updateTable('subjects')
        .set(changes)
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .execute();
    },
    async delete(clientId, subject) {
      await trx
        .deleteFrom('subjects')
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .execute();
    },
    notLookedAtSince: (atMs, limit) =>
      trx
        .selectFrom('subjects')
        .select(COLUMNS)
        .where('lookedAtMs', '<=', atMs)
        .orderBy('lookedAtMs')
        .limit(limit)
        .execute(),
    async markLookedAt(clientId, subject, atMs) {
      await trx
        .updateTable('subjects')
        .set({ lookedAtMs: atMs })
        .where('clientId', '=', clientId)
        .where('subject', '=', subject)
        .execute();
    },
    isNamed: (clientId, subject) => isNamed(trx, { clientId, subject }),
    async countStoredPeople() {
      // Names and sessions apart, so that a session can't be taken for a person of its id.
      const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM (
        SELECT client_id, 'of', coalesce(subject, id) FROM huoti.face_references
        UNION
        SELECT s.client_id, CASE WHEN s.subject IS NULL THEN 'in' ELSE 'of' END, coalesce(s.subject, s.id)
          FROM huoti.parts p JOIN huoti.sessions s ON s.id = p.session_id WHERE p.name LIKE 'picture-%'
      ) AS people`.execute(trx);
      return rows[0]?.count ?? 0;
    },
  };
}

/** Whether any row of any table names the person. */
async function isNamed(
  trx: Transaction<Tables>,
  { clientId, subject }: Pick<SubjectRow, 'clientId' | 'subject'>,
): Promise<boolean> {
  const is = sql`client_id = ${clientId} AND subject = ${subject}`;
  const { rows } = await sql<{ named: boolean }>`SELECT
    EXISTS (SELECT 1 FROM huoti.sessions WHERE ${is})
    OR EXISTS (SELECT 1 FROM huoti.consents WHERE ${is})
    OR EXISTS (SELECT 1 FROM huoti.face_references WHERE client_id = ${clientId} AND coalesce(subject, id) = ${subject})
    OR EXISTS (SELECT 1 FROM huoti.guardian_consents WHERE ${is})
    OR EXISTS (SELECT 1 FROM huoti.rights_cases WHERE ${is})
    OR EXISTS (SELECT 1 FROM huoti.deletions WHERE ${is}) AS named`.execute(trx);
  return rows[0]?.named ?? true;
}
