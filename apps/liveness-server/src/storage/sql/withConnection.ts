import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '../schema/Tables.js';
import { refuseInsideTransaction } from './transactionScope.js';
import type { SqlConnection, SqlSource } from './SqlSource.js';

/** Runs something on a session of its own, outside of any transaction. */
export async function withConnection<T>(
  source: SqlSource,
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  refuseInsideTransaction();
  const connection = await source.connect();
  try {
    return await work(connection);
  } finally {
    connection.release();
  }
}

/** Plain SQL on the session that a query builder holds: for those that bring their own text into its transaction. */
export function queriesOn(trx: Kysely<Tables>): Pick<SqlConnection, 'query'> {
  const plain = trx.withoutPlugins();
  return {
    async query(text, values) {
      const { rows, numAffectedRows } = await plain.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(text, [...values]),
      );
      return { rows, affected: numAffectedRows === undefined ? null : Number(numAffectedRows) };
    },
  };
}
