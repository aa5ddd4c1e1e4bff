import { HuotiError } from '@huoti/protocol';
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { refuseInsideTransaction } from './transactionScope.js';
import type { SqlConnection, SqlSource } from './SqlSource.js';

class SqlDatabaseConnection implements DatabaseConnection {
  /** A statement failed inside of the transaction: Postgres turns the commit into a rollback without saying so. */
  private spoilt = false;
  /** The statement before: a session answers one at a time, also where code starts several at once. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly connection: SqlConnection) {}

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const turn = this.last.then(() => this.run<R>(query));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async run<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { rows, affected } = await this.connection.query(query.sql, query.parameters);
      return affected === null
        ? { rows: rows as R[] }
        : { rows: rows as R[], numAffectedRows: BigInt(affected) };
    } catch (error) {
      this.spoilt = true;
      throw error;
    }
  }

  // Kysely's interface asks for it; nothing here is large enough to be streamed.
  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new HuotiError('INVALID_ARGUMENT', 'rows are not streamed: ask for some at a time');
  }

  async begin(): Promise<void> {
    this.spoilt = false;
    await this.connection.query('begin', []);
  }

  async commit(): Promise<void> {
    if (this.spoilt) {
      throw new HuotiError(
        'HOST_ERROR',
        'a transaction went on after a statement of it had failed; it was rolled back',
      );
    }
    await this.connection.query('commit', []);
  }

  async rollback(): Promise<void> {
    // Of a session that is gone the server keeps nothing, and the error that matters is the first one.
    if (!this.connection.broken) await this.connection.query('rollback', []);
  }
}

const ours = (connection: DatabaseConnection): SqlDatabaseConnection => {
  if (connection instanceof SqlDatabaseConnection) return connection;
  throw new HuotiError('INVALID_ARGUMENT', 'a connection of another database');
};

function createSqlDriver(source: SqlSource): Driver {
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      refuseInsideTransaction();
      return new SqlDatabaseConnection(await source.connect());
    },
    beginTransaction: (connection) => ours(connection).begin(),
    commitTransaction: (connection) => ours(connection).commit(),
    rollbackTransaction: (connection) => ours(connection).rollback(),
    async releaseConnection(connection) {
      ours(connection).connection.release();
    },
    destroy: () => source.close(),
  };
}

/**
 * Kysely on a source of sessions: one dialect for the embedded database and for a Postgres, so that both give the same
 * types, the same errors and the same refusals. Isolation is READ COMMITTED, Postgres's own default: whatever reads before it
 * writes takes its lock first.
 */
export function createSqlDialect(source: SqlSource): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createSqlDriver(source),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}
