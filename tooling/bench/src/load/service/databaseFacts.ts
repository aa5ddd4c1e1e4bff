import type { DatabaseResult, TableResult } from '../LoadResults.js';
import type { LoadPostgres } from './startPostgres.js';

/** Counters of a database at one moment. */
export interface DatabaseFacts {
  readonly statements: number;
  readonly transactions: number;
  readonly walBytes: number;
  readonly rowsWritten: number;
  readonly connections: number;
  readonly tables: ReadonlyMap<string, { readonly rows: number; readonly bytes: number }>;
  readonly parts: { readonly pictures: number; readonly pictureBytes: number; readonly otherBytes: number };
}

// A partitioned table is the sum of its parts, under its own name.
const TABLES = `
  SELECT format('%I.%I', n.nspname, coalesce(parent.relname, c.relname)) AS name,
    sum(pg_total_relation_size(c.oid))::float8 AS bytes
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_inherits i ON i.inhrelid = c.oid LEFT JOIN pg_class parent ON parent.oid = i.inhparent
  WHERE n.nspname IN ('huoti', 'huoti_jobs') AND c.relkind = 'r' GROUP BY 1`;

const COUNTERS = `
  SELECT (SELECT sum(calls) FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
      WHERE d.datname = current_database())::float8 AS statements,
    (xact_commit + xact_rollback)::float8 AS transactions,
    (tup_inserted + tup_updated + tup_deleted)::float8 AS rows_written,
    pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS wal_bytes,
    (SELECT count(*) FROM pg_stat_activity WHERE application_name = 'huoti')::float8 AS connections
  FROM pg_stat_database WHERE datname = current_database()`;

const PARTS = `
  SELECT count(*) FILTER (WHERE name LIKE 'picture-%')::float8 AS pictures,
    coalesce(sum(bytes) FILTER (WHERE name LIKE 'picture-%'), 0)::float8 AS picture_bytes,
    coalesce(sum(bytes) FILTER (WHERE name NOT LIKE 'picture-%'), 0)::float8 AS other_bytes FROM huoti.parts`;

/** Reads the counters. A backend reports its own after at most a second, so leave one between work and this. */
export async function databaseFacts({ query }: Pick<LoadPostgres, 'query'>): Promise<DatabaseFacts> {
  const [counters = {}] = await query(COUNTERS);
  const tables = new Map<string, { rows: number; bytes: number }>();
  for (const { name, bytes } of await query(TABLES)) {
    const [count] = await query(`SELECT count(*)::float8 AS rows FROM ${String(name)}`);
    tables.set(String(name), { rows: Number(count?.['rows']), bytes: Number(bytes) });
  }
  const [parts = {}] = await query(PARTS);
  return {
    statements: Number(counters['statements']),
    transactions: Number(counters['transactions']),
    walBytes: Number(counters['wal_bytes']),
    rowsWritten: Number(counters['rows_written']),
    connections: Number(counters['connections']),
    tables,
    parts: {
      pictures: Number(parts['pictures']),
      pictureBytes: Number(parts['picture_bytes']),
      otherBytes: Number(parts['other_bytes']),
    },
  };
}

/** Statements of a second without work, from facts that are so far apart. */
export const idleRate = (before: DatabaseFacts, after: DatabaseFacts, seconds: number): number =>
  (after.statements - before.statements) / seconds;

/** What one of so many sessions cost; what an idle service asks anyway is taken off. */
export function databaseResult(
  before: DatabaseFacts,
  after: DatabaseFacts,
  {
    sessions,
    seconds,
    idleStatementsPerS,
  }: { sessions: number; seconds: number; idleStatementsPerS: number },
): DatabaseResult {
  const per = (pick: (facts: DatabaseFacts) => number): number =>
    (pick(after) - pick(before)) / Math.max(1, sessions);
  const tables = [...after.tables]
    .map(
      ([table]): TableResult => ({
        table,
        rowsPerSession: per(({ tables: one }) => one.get(table)?.rows ?? 0),
        bytesPerSession: per(({ tables: one }) => one.get(table)?.bytes ?? 0),
      }),
    )
    .filter(({ rowsPerSession, bytesPerSession }) => rowsPerSession > 0 || bytesPerSession > 0)
    .sort((one, other) => other.bytesPerSession - one.bytesPerSession);
  return {
    statementsPerSession:
      per(({ statements }) => statements) - (idleStatementsPerS * seconds) / Math.max(1, sessions),
    transactionsPerSession: per(({ transactions }) => transactions),
    walBytesPerSession: per(({ walBytes }) => walBytes),
    rowsWrittenPerSession: per(({ rowsWritten }) => rowsWritten),
    idleStatementsPerS,
    connections: after.connections,
    picturesPerSession: per(({ parts }) => parts.pictures),
    pictureBytesPerSession: per(({ parts }) => parts.pictureBytes),
    otherPartBytesPerSession: per(({ parts }) => parts.otherBytes),
    tables,
  };
}

/** How long verdicts took, in ms, of the sessions that were completed since a time. */
export async function verdictTimes(
  { query }: Pick<LoadPostgres, 'query'>,
  sinceMs: number,
): Promise<readonly number[]> {
  const rows = await query(
    `SELECT (v.decided_at_ms - s.completed_at_ms)::float8 AS ms FROM huoti.sessions s
     JOIN huoti.verdicts v ON v.session_id = s.id WHERE s.completed_at_ms >= ${Math.floor(sinceMs)}`,
  );
  return rows.map(({ ms }) => Number(ms));
}
