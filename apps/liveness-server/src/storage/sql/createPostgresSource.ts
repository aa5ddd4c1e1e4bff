import { HuotiError, isHuotiError } from '@huoti/protocol';
import pg from 'pg';
import { refuseReleased } from './refuseReleased.js';
import { sqlFaultOf } from './SqlFault.js';
import { toStorageError } from './toStorageError.js';
import type { SqlConnection, SqlResult, SqlSource } from './SqlSource.js';

/** How a Postgres is reached. */
export interface PostgresSourceOptions {
  /** `postgres://user:password@host:port/database`, as in `DATABASE_URL`. Never logged. */
  readonly url: string;
  /** Connections of this process. @default 10 */
  readonly poolSize?: number;
  /** No statement here runs for seconds; one that does is stuck. @default 30000 ms */
  readonly statementTimeoutMs?: number;
  /** How long a statement waits for another transaction's lock. @default 10000 ms */
  readonly lockTimeoutMs?: number;
  /** How long a caller waits for a free connection, or for the server. @default 10000 ms */
  readonly connectTimeoutMs?: number;
  /** Told when an idle connection is lost: the server went away. The pool makes new ones by itself. */
  readonly onLost?: (error: HuotiError) => void;
}

/** The client waits this much longer than the server promised to, then gives the connection up, ms. */
const GRACE_MS = 5000;
/** Transactions here end in milliseconds; one that is idle for so long was left behind, ms. */
const IDLE_IN_TRANSACTION_MS = 30_000;
const IDLE_CONNECTION_MS = 30_000;

const INT8 = 20;
const BYTEA = 17;
/** As in `createPgliteSource`: int8 as a number, bytea as a plain Uint8Array. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const parser = pg.types.getTypeParser(oid, format);
    if (Number(oid) === INT8) return (value: string) => Number(value);
    if (Number(oid) === BYTEA) return (value: string) => Uint8Array.from(parser(value) as Uint8Array);
    return parser;
  },
};

const toResult = (result: pg.QueryResult | pg.QueryResult[]): SqlResult => {
  const last = Array.isArray(result) ? result.at(-1) : result;
  return { rows: (last?.rows ?? []) as Record<string, unknown>[], affected: last?.rowCount ?? null };
};

/** Whether the session can't be used any more: no answer, or the server said that it is going. */
const endsSession = (error: HuotiError): boolean => {
  const state = sqlFaultOf(error)?.sqlState ?? null;
  return isHuotiError(error, 'BUSY') && (state === null || /^(08|57P|25P)/.test(state));
};

function createConnection(client: pg.PoolClient, whenLost: (error: unknown) => HuotiError): SqlConnection {
  let broken = false;
  let held = true;
  // Between two statements nobody else listens, and an error without a listener ends the process.
  const onError = (): void => {
    broken = true;
  };
  client.on('error', onError);
  const run = async (work: () => Promise<SqlResult>): Promise<SqlResult> => {
    refuseReleased(held);
    try {
      return await work();
    } catch (error) {
      const typed = whenLost(error);
      if (endsSession(typed)) broken = true;
      throw typed;
    }
  };
  return {
    get broken() {
      return broken;
    },
    query: (text, values) => run(async () => toResult(await client.query(text, [...values]))),
    script: (text) =>
      run(async () => {
        try {
          return toResult(await client.query(text));
        } catch (error) {
          await client.query('rollback').catch(onError);
          throw error;
        }
      }),
    release() {
      if (!held) return;
      held = false;
      client.off('error', onError);
      client.release(broken);
    },
  };
}

/** A pool of connections to a Postgres. Opens none until the first is asked for. */
export function createPostgresSource({
  url,
  poolSize = 10,
  statementTimeoutMs = 30_000,
  lockTimeoutMs = 10_000,
  connectTimeoutMs = 10_000,
  onLost,
}: PostgresSourceOptions): SqlSource {
  const toError = (error: unknown): HuotiError => toStorageError(error, { unanswered: 'BUSY' });
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'huoti',
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    query_timeout: statementTimeoutMs + GRACE_MS,
    keepAlive: true,
    types: parsers,
  });
  // Without a listener a server that stops would bring this process down.
  pool.on('error', (error) => onLost?.(toError(error)));
  let closing: Promise<void> | null = null;

  return {
    kind: 'postgres',
    async connect() {
      if (closing !== null) throw new HuotiError('DISPOSED', 'the connection pool is closed');
      try {
        return createConnection(await pool.connect(), toError);
      } catch (error) {
        throw toError(error);
      }
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}
