import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createStoreHarness, emptyDatabase } from '../../test/support/createStoreHarness.js';
import { runChild } from '../../test/support/runChild.js';
import { startPostgres, type TestPostgres } from '../../test/support/startPostgres.js';
import { openEmbeddedDatabase } from '../storage/openEmbeddedDatabase.js';
import { openPostgres } from '../storage/openPostgres.js';
import { migrateDatabase } from '../storage/schema/migrateDatabase.js';
import { withConnection } from '../storage/sql/withConnection.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';
import { createJobQueue } from './createJobQueue.js';
import type { JobHandler, JobQueue } from './JobQueue.js';

type Kind = 'embedded' | 'postgres';
const KINDS: readonly Kind[] = ['embedded', 'postgres'];
/** The shortest that a test can wait for: pg-boss looks for ended leases once a second. */
const LEASE_S = 2;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let folder: string;
let postgres: TestPostgres;
const open = new Map<Kind, { database: SqlDatabase; queue: JobQueue }>();
const opened = (kind: Kind): { database: SqlDatabase; queue: JobQueue } => {
  const found = open.get(kind);
  if (found === undefined) throw new TypeError(`${kind} is not open`);
  return found;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-queue-'));
  postgres = await startPostgres();
  for (const kind of KINDS) {
    const database =
      kind === 'embedded' ? await openEmbeddedDatabase({ folder }) : openPostgres({ url: postgres.url });
    await migrateDatabase(database);
    open.set(kind, { database, queue: await createJobQueue(database, { leaseS: LEASE_S, pollMs: 50 }) });
  }
}, 60_000);
afterAll(async () => {
  for (const { database, queue } of open.values()) {
    await queue.stop();
    await database.close();
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

const enqueue = async (kind: Kind, sessionIds: readonly string[], delayMs = 0): Promise<void> => {
  const { database, queue } = opened(kind);
  const { store } = await createStoreHarness(database, queue);
  await store.transaction(async (tx) => {
    for (const sessionId of sessionIds) await tx.jobs.enqueue('judge', { sessionId }, { delayMs });
  });
};
/** Works until `isDone`, then stops and waits for the end. */
async function workUntil(
  queue: JobQueue,
  isDone: () => boolean,
  handler: JobHandler<'judge'>,
  options: { concurrency?: number; graceMs?: number } = {},
): Promise<void> {
  const stop = new AbortController();
  const working = queue.work('judge', handler, { concurrency: 2, signal: stop.signal, ...options });
  while (!isDone()) await wait(10);
  stop.abort();
  await working;
}

describe.each(KINDS)('a queue on %s', (kind) => {
  it('runs each job once where nothing fails, no more at once than it was told, and keeps nothing of them', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `s${String(at)}`);
    await enqueue(kind, ids);
    const ran: string[] = [];
    let running = 0;
    let most = 0;
    await workUntil(
      opened(kind).queue,
      () => ran.length >= ids.length,
      async ({ data, attempt, isLast }) => {
        running += 1;
        most = Math.max(most, running);
        await wait(5);
        running -= 1;
        expect([attempt, isLast]).toEqual([1, false]);
        ran.push(data.sessionId);
      },
      { concurrency: 3 },
    );
    expect(ran.sort()).toEqual(ids.sort());
    expect(most).toBe(3);
    expect((await opened(kind).queue.counts()).judge).toEqual({ waiting: 0, active: 0, dead: 0 });
  });

  it('wakes an idle worker of its own process when the transaction commits, not at its next look', async () => {
    const { database } = opened(kind);
    await emptyDatabase(database);
    const sleepy = await createJobQueue(database, { leaseS: LEASE_S, pollMs: 60_000 });
    const { store } = await createStoreHarness(database, sleepy);
    const ran: string[] = [];
    const work = workUntil(
      sleepy,
      () => ran.length === 1,
      async ({ data }) => void ran.push(data.sessionId),
    );
    await wait(300);
    await store.transaction((tx) => tx.jobs.enqueue('judge', { sessionId: 'now' }));
    await work;
    expect(ran).toEqual(['now']);
    await sleepy.stop();
  });

  it('runs a delayed job when its time has come and not before', async () => {
    await enqueue(kind, ['later'], 1200);
    const startedAt = Date.now();
    let ranAfterMs = 0;
    await workUntil(
      opened(kind).queue,
      () => ranAfterMs > 0,
      async () => {
        ranAfterMs = Date.now() - startedAt;
      },
    );
    expect(ranAfterMs).toBeGreaterThan(1000);
  });

  it('gives a failed job another run, with a wait, and keeps the code of its error alone', async () => {
    await enqueue(kind, ['fails-once']);
    const attempts: number[] = [];
    await workUntil(
      opened(kind).queue,
      () => attempts.length === 2,
      async ({ attempt }) => {
        attempts.push(attempt);
        if (attempt === 1) throw new HuotiError('MODEL_LOAD_FAILED', 'secret text');
      },
    );
    expect(attempts).toEqual([1, 2]);
    const archive = await withConnection(opened(kind).database.source, async (connection) => {
      const jobs = await connection.query('SELECT output FROM huoti_jobs.job', []);
      const archived = await connection.query('SELECT output FROM huoti_jobs.archive', []);
      return JSON.stringify([jobs.rows, archived.rows]);
    });
    expect(archive).not.toContain('secret');
  });

  it('puts a job aside that failed in all its runs, shows it, and revives it', async () => {
    const { database, queue } = opened(kind);
    await enqueue(kind, ['broken']);
    // The runs before the last one, which would take minutes.
    await withConnection(database.source, (connection) =>
      connection.query(`UPDATE huoti_jobs.job SET retry_count = retry_limit WHERE name = 'judge'`, []),
    );
    let isLastRun = false;
    await workUntil(
      queue,
      () => isLastRun,
      async ({ isLast }) => {
        isLastRun = isLast;
        throw new HuotiError('MODEL_LOAD_FAILED', 'secret text');
      },
    );
    const [dead, ...others] = await queue.dead(9);
    expect(others).toEqual([]);
    expect(dead).toMatchObject({
      name: 'judge',
      data: { sessionId: 'broken' },
      lastError: 'MODEL_LOAD_FAILED',
    });
    expect((await queue.counts()).judge).toEqual({ waiting: 0, active: 0, dead: 1 });
    expect(await queue.revive('00000000-0000-4000-8000-000000000000')).toBe(false);
    expect(await queue.revive(dead?.id ?? '')).toBe(true);
    expect(await queue.revive(dead?.id ?? '')).toBe(false);
    expect((await queue.counts()).judge).toEqual({ waiting: 1, active: 0, dead: 0 });
    const ran: number[] = [];
    await workUntil(
      queue,
      () => ran.length === 1,
      async ({ attempt }) => void ran.push(attempt),
    );
    expect(ran).toEqual([1]);
  });

  it('leaves a job with a worker that takes longer than a lease and still speaks up', async () => {
    await enqueue(kind, ['slow']);
    const runs: number[] = [];
    let isDone = false;
    await workUntil(
      opened(kind).queue,
      () => isDone,
      async ({ attempt }, { signal }) => {
        runs.push(attempt);
        await wait(LEASE_S * 2000 + 1500);
        isDone = !signal.aborted;
      },
    );
    expect(runs).toEqual([1]);
    expect((await opened(kind).queue.counts()).judge).toEqual({ waiting: 0, active: 0, dead: 0 });
  }, 30_000);

  it('tells a worker that lost its lease, and does not let it end the run of another', async () => {
    const { database, queue } = opened(kind);
    await enqueue(kind, ['taken']);
    const events: string[] = [];
    let finishSecond: () => void = () => undefined;
    const second = new Promise<void>((resolve) => {
      finishSecond = resolve;
    });
    await workUntil(
      queue,
      () => events.includes('second done'),
      async ({ attempt }, { signal }) => {
        if (attempt > 1) {
          events.push('second runs');
          await second;
          events.push('second done');
          return;
        }
        // As if this worker had slept through its lease, and a look of another had given the job back.
        await withConnection(database.source, (connection) =>
          connection.query(`UPDATE huoti_jobs.job SET state = 'retry' WHERE name = 'judge'`, []),
        );
        while (!events.includes('second runs')) await wait(10);
        if (!signal.aborted) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        }
        events.push('first told');
        setTimeout(() => {
          void queue.counts().then(({ judge }) => {
            events.push(`active ${String(judge.active)}`);
            finishSecond();
          });
        }, 300);
      },
    );
    expect(events).toEqual(['second runs', 'first told', 'active 1', 'second done']);
    expect((await queue.counts()).judge).toEqual({ waiting: 0, active: 0, dead: 0 });
  }, 30_000);

  it('stops without taking more, waits for what runs, and gives back what does not end in time', async () => {
    await enqueue(kind, ['a', 'b', 'c', 'd']);
    const { queue } = opened(kind);
    const ended: string[] = [];
    let started = 0;
    await workUntil(
      queue,
      () => started === 2,
      async ({ data }, { signal }) => {
        started += 1;
        if (started === 1) {
          await wait(100);
          ended.push(data.sessionId);
          return;
        }
        await new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new HuotiError('ABORTED', 'stopped')), {
            once: true,
          }),
        );
      },
      { graceMs: 400 },
    );
    expect(started).toBe(2);
    expect(ended).toHaveLength(1);
    expect((await queue.counts()).judge).toEqual({ waiting: 3, active: 0, dead: 0 });
  });
});

describe('a queue on Postgres', () => {
  it('gives the jobs of a killed worker to another within seconds', async () => {
    const ids = ['k1', 'k2', 'k3'];
    await enqueue('postgres', ids);
    const child = runChild('workJobs', [postgres.url, String(LEASE_S)]);
    expect(await child.nextLine()).toBe('open');
    const taken = [await child.nextLine(), await child.nextLine(), await child.nextLine()];
    expect(taken.sort()).toEqual(ids);
    await child.kill();
    const killedAt = Date.now();
    const ran: string[] = [];
    await workUntil(
      opened('postgres').queue,
      () => ran.length === ids.length,
      async ({ data, attempt }) => {
        expect(attempt).toBe(2);
        ran.push(data.sessionId);
      },
    );
    expect(ran.sort()).toEqual(ids);
    // The lease, a second until somebody looks, and up to two until the second run is due.
    expect(Date.now() - killedAt).toBeLessThan((LEASE_S + 8) * 1000);
  }, 60_000);

  it('of two that are made at once on an empty database both work', async () => {
    const url = await postgres.createDatabase('fresh');
    const databases = [openPostgres({ url }), openPostgres({ url })];
    const migrated = await Promise.all(databases.map((database) => migrateDatabase(database)));
    expect(migrated.flat().sort()).toEqual([
      '0001-sessions',
      '0002-service',
      '0003-platform',
      '0004-privacy',
    ]);
    const queues = await Promise.all(databases.map((database) => createJobQueue(database)));
    for (const queue of queues) expect((await queue.counts()).notify.waiting).toBe(0);
    await Promise.all(queues.map((queue) => queue.stop()));
    await Promise.all(databases.map((database) => database.close()));
  }, 60_000);

  it('that finds no database is busy', async () => {
    const database = openPostgres({ url: 'postgres://u:p@127.0.0.1:1/x', connectTimeoutMs: 500 });
    await expect(createJobQueue(database)).rejects.toMatchObject({ code: 'BUSY', retryable: true });
    await database.close();
  });
});
