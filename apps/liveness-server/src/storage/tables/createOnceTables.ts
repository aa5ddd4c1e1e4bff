import type { AttemptRow, StoreTransaction } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

const COLUMNS = ['scope', 'sessionId', 'state', 'atMs'] as const satisfies readonly (keyof AttemptRow)[];
/** Keeps the advisory locks of scopes apart from those of anybody else in the same database. Any number would do. */
const SCOPE_SEED = 7_140_001;

/** Tries and proofs in SQL: what is counted, and what counts once. */
export function createOnceTables(trx: Transaction<Tables>): Pick<StoreTransaction, 'attempts' | 'proofs'> {
  return {
    attempts: {
      async lock(scopes) {
        if (scopes.length === 0) return;
        // By a number, sorted: two transactions that want the same scopes take them in the same order. Held until the end of
        // the transaction; a scope has no row of its own that could be locked, and a new one would have to be made first.
        await sql`SELECT pg_advisory_xact_lock(scope.key) FROM (
          SELECT DISTINCT hashtextextended(name, ${SCOPE_SEED}) AS key
          FROM unnest(${[...scopes]}::text[]) AS name ORDER BY key
        ) AS scope`.execute(trx);
      },
      async insert(rows) {
        if (rows.length > 0) await trx.insertInto('attempts').values(rows).execute();
      },
      countedSince: (scope, sinceMs) =>
        trx
          .selectFrom('attempts')
          .select(COLUMNS)
          .where('scope', '=', scope)
          .where('state', '<>', 'passed')
          .where('atMs', '>=', sinceMs)
          .orderBy('atMs')
          .execute(),
      async settle(sessionId, state) {
        await trx.updateTable('attempts').set({ state }).where('sessionId', '=', sessionId).execute();
      },
      async deleteBefore(atMs) {
        const { numDeletedRows } = await trx
          .deleteFrom('attempts')
          .where('atMs', '<', atMs)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
      async deleteOfScope(scope) {
        const { numDeletedRows } = await trx
          .deleteFrom('attempts')
          .where('scope', '=', scope)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
      async deleteOfSession(sessionId) {
        const { numDeletedRows } = await trx
          .deleteFrom('attempts')
          .where('sessionId', '=', sessionId)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
    },
    proofs: {
      async insertOnce(id, expiresAtMs) {
        const inserted = await trx
          .insertInto('proofs')
          .values({ id, expiresAtMs })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst();
        return inserted !== undefined;
      },
      async deleteExpired(atMs) {
        const { numDeletedRows } = await trx
          .deleteFrom('proofs')
          .where('expiresAtMs', '<=', atMs)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
    },
  };
}
