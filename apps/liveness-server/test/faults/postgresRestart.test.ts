import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { aConsent, aSession, idOf } from '@huoti/server/testing';
import type { Store } from '@huoti/server';
import { createJobQueue } from '../../src/queue/createJobQueue.js';
import type { JobQueue } from '../../src/queue/JobQueue.js';
import { createSqlStore } from '../../src/storage/createSqlStore.js';
import { openPostgres } from '../../src/storage/openPostgres.js';
import { migrateDatabase } from '../../src/storage/schema/migrateDatabase.js';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';
import { startPostgres, type TestPostgres } from '../support/startPostgres.js';

const WRITERS = 6;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let postgres: TestPostgres;
let database: SqlDatabase;
let queue: JobQueue;
let store: Store;
let lost = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  database = openPostgres({
    url: postgres.url,
    poolSize: 4,
    connectTimeoutMs: 2000,
    onLost: () => (lost += 1),
  });
  await migrateDatabase(database);
  queue = await createJobQueue(database);
  store = createSqlStore({ database, jobs: queue });
}, 60_000);
afterAll(async () => {
  await queue.stop();
  await database.close();
  await postgres.stop();
});

const idsOf = (sql: string): Promise<string[]> =>
  withConnection(database.source, async (connection) => {
    const { rows } = await connection.query(sql, []);
    return rows.map((row) => String(row['id'])).sort();
  });

/** Writes whole sessions until it is told to stop; a refusal is only counted, as a client would who tries again later. */
async function writeUntil(
  isOver: () => boolean,
  writer: number,
  { acknowledged, refused }: { acknowledged: string[]; refused: unknown[] },
): Promise<void> {
  for (let at = 0; !isOver(); at += 1) {
    const name = `w${String(writer)}-${String(at)}`;
    try {
      await store.transaction(async (tx) => {
        await tx.sessions.insert(aSession(name, { state: 'completed' }));
        await tx.consents.insert(aConsent(name));
        await tx.proofs.insertOnce(idOf(name), 1);
        await tx.jobs.enqueue('judge', { sessionId: idOf(name) });
      });
      acknowledged.push(idOf(name));
    } catch (error) {
      refused.push(error);
      await wait(20);
    }
  }
}

describe('a Postgres that goes away under load', () => {
  it.each([['killed'], ['restarted']])(
    'and is %s keeps every acknowledged write, none by half, and this process goes on by itself',
    async (how) => {
      const before = await idsOf('SELECT id FROM huoti.sessions');
      const acknowledged: string[] = [];
      const refused: unknown[] = [];
      let isOver = false;
      const writers = Array.from({ length: WRITERS }, (_, at) =>
        writeUntil(() => isOver, at + before.length * 100, { acknowledged, refused }),
      );
      while (acknowledged.length < 50) await wait(20);
      await (how === 'killed' ? postgres.kill() : postgres.shutDown());
      while (refused.length < WRITERS) await wait(20);
      await postgres.start();
      const whenBack = acknowledged.length;
      while (acknowledged.length < whenBack + 50) await wait(20);
      isOver = true;
      await Promise.all(writers);

      const sessions = await idsOf('SELECT id FROM huoti.sessions');
      expect(acknowledged.filter((id) => !sessions.includes(id))).toEqual([]);
      expect(await idsOf('SELECT session_id AS id FROM huoti.consents')).toEqual(sessions);
      expect(await idsOf('SELECT id FROM huoti.proofs')).toEqual(sessions);
      expect(await idsOf(`SELECT data->>'sessionId' AS id FROM huoti_jobs.job`)).toEqual(sessions);
      // Written and not acknowledged: at most what was at its commit in the moment that the server went.
      expect(sessions.length - before.length - acknowledged.length).toBeLessThanOrEqual(WRITERS);
      expect(refused.filter((error) => !isHuotiError(error, 'BUSY') || !error.retryable)).toEqual([]);
    },
    120_000,
  );

  it('tells whoever listens that idle connections were lost, and does not end the process', async () => {
    await store.transaction(async (tx) => tx.proofs.insertOnce('idle', 1));
    const before = lost;
    await postgres.kill();
    for (let left = 100; lost === before && left > 0; left -= 1) await wait(20);
    expect(lost).toBeGreaterThan(before);
    await postgres.start();
    await expect(store.transaction((tx) => tx.proofs.insertOnce('idle', 1))).resolves.toBe(false);
  }, 60_000);
});
