import { isHuotiError } from '@huoti/protocol';
import type { Jobs } from '@huoti/server';
import type PgBoss from 'pg-boss';
import { queriesOn, withConnection } from '../storage/sql/withConnection.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';
import type { Wakeups } from './createWakeups.js';
import { extendLease, finishLease, holdLease, type JobLease } from './jobLease.js';
import type { JobHandler } from './JobQueue.js';

interface Work<K extends keyof Jobs> {
  readonly boss: PgBoss;
  readonly database: SqlDatabase;
  readonly schema: string;
  readonly wakeups: Wakeups;
  readonly pollMs: number;
  readonly name: K;
  readonly handler: JobHandler<K>;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly graceMs?: number;
}

/** A living worker speaks up so many times in the length of a lease: two may be late and the job is still its own. */
const BEATS_PER_LEASE = 3;
const DEFAULT_GRACE_MS = 20_000;

const codeOf = (error: unknown): string =>
  isHuotiError(error) ? error.code : error instanceof Error ? error.name : 'UNKNOWN';

/** Gives a failed job back, or puts it aside after its last run; does nothing where another worker has it by now. */
async function failLease<K extends keyof Jobs>(
  { boss, database, schema }: Work<K>,
  lease: JobLease,
  code: string,
): Promise<void> {
  await database.kysely.transaction().execute(async (trx) => {
    const connection = queriesOn(trx);
    if (!(await holdLease(connection, schema, lease))) return;
    const db = {
      async executeSql(text: string, values: unknown[]) {
        return { rows: [...(await connection.query(text, values)).rows] };
      },
    };
    // The code alone: a message may repeat what it was about.
    await boss.fail(lease.name, lease.id, { code }, { db });
  });
}

async function runJob<K extends keyof Jobs>(
  work: Work<K>,
  job: PgBoss.JobWithMetadata<Jobs[K]>,
  stop: AbortSignal,
): Promise<void> {
  const { database, schema, handler } = work;
  const lease: JobLease = { name: job.name, id: job.id, runs: job.retryCount };
  const lost = new AbortController();
  const beat = async (): Promise<void> => {
    const held = await withConnection(database.source, (connection) =>
      extendLease(connection, schema, lease),
    );
    if (!held) lost.abort();
  };
  // The job's own lease, which the process that enqueued it was set to. A beat that the database did not answer says nothing: the next one, or the end of the job, finds out.
  const beats = setInterval(
    () => void beat().catch(() => undefined),
    (Number(job.expireInSeconds) * 1000) / BEATS_PER_LEASE,
  );
  try {
    await handler(
      {
        id: job.id,
        data: job.data,
        attempt: job.retryCount + 1,
        isLast: job.retryCount >= job.retryLimit,
      },
      { signal: AbortSignal.any([lost.signal, stop]) },
    );
    await withConnection(database.source, (connection) => finishLease(connection, schema, lease));
  } catch (error) {
    // Where this fails too, the lease runs out and the job comes back by itself.
    if (!lost.signal.aborted) await failLease(work, lease, codeOf(error)).catch(() => undefined);
  } finally {
    clearInterval(beats);
  }
}

/** One loop that keeps `concurrency` jobs running; see `JobQueue.work`. */
export async function workJobs<K extends keyof Jobs>(work: Work<K>): Promise<void> {
  const { boss, wakeups, pollMs, name, concurrency, signal, graceMs = DEFAULT_GRACE_MS } = work;
  const running = new Set<Promise<void>>();
  const stop = new AbortController();

  while (!signal.aborted) {
    const free = concurrency - running.size;
    const seen = wakeups.count(name);
    // pg-boss keeps errors of this call to itself and gives none: a database that is away looks like an empty queue.
    const jobs = free > 0 ? await boss.fetch<Jobs[K]>(name, { batchSize: free, includeMetadata: true }) : [];
    for (const job of jobs) {
      const run = runJob(work, job, stop.signal).finally(() => {
        running.delete(run);
        wakeups.wake(name);
      });
      running.add(run);
    }
    if (jobs.length < free || running.size >= concurrency) {
      await wakeups.wait(name, seen, { ms: pollMs, signal });
    }
  }
  const timer = setTimeout(() => stop.abort(), graceMs);
  await Promise.all(running);
  clearTimeout(timer);
}
