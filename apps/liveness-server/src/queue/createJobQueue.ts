import { randomUUID } from 'node:crypto';
import { type HuotiError } from '@huoti/protocol';
import type { Jobs } from '@huoti/server';
import PgBoss from 'pg-boss';
import { sqlFaultOf } from '../storage/sql/SqlFault.js';
import { toStorageError } from '../storage/sql/toStorageError.js';
import { queriesOn, withConnection } from '../storage/sql/withConnection.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';
import { createWakeups } from './createWakeups.js';
import type { DeadJob, JobCounts, JobQueue } from './JobQueue.js';
import { deadQueueOf, JOB_NAMES, JOB_SETTINGS } from './jobSettings.js';
import { workJobs } from './workJobs.js';

/** What {@link createJobQueue} takes besides the database. */
export interface JobQueueOptions {
  /**
   * How long a job stays with a worker that says nothing; a living one extends it every third of that. As long as it takes for
   * another to take over after a kill, and longer than any pause of a living process. @default 10 s
   */
  readonly leaseS?: number;
  /** How often an idle worker looks for jobs that other processes enqueued, ms. Those of its own process wake it. @default 200 */
  readonly pollMs?: number;
  /** Told of failures that have no caller: a look for ended leases that the database did not answer. */
  readonly onError?: (error: HuotiError) => void;
}

const SCHEMA = 'huoti_jobs';
/** Leases are looked through several times in the length of one; pg-boss does not go below a second. */
const SWEEPS_PER_LEASE = 5;
/** Failed runs are kept as long as one looks for what went wrong this morning, s. */
const KEEP_FAILED_S = 12 * 60 * 60;
const KEEP_ARCHIVED_DAYS = 7;

function createBoss(database: SqlDatabase, leaseS: number): PgBoss {
  return new PgBoss({
    schema: SCHEMA,
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.floor(leaseS / SWEEPS_PER_LEASE)),
    archiveCompletedAfterSeconds: KEEP_FAILED_S,
    archiveFailedAfterSeconds: KEEP_FAILED_S,
    deleteAfterDays: KEEP_ARCHIVED_DAYS,
    db: {
      executeSql: (text: string, values?: unknown[]) =>
        withConnection(database.source, async (connection) => {
          const result = await (values === undefined
            ? connection.script(text)
            : connection.query(text, values));
          return { rows: [...result.rows] };
        }),
    },
  });
}

async function createQueues(boss: PgBoss, leaseS: number): Promise<void> {
  for (const name of JOB_NAMES) {
    const { retryLimit, retryDelayS, keepDeadMinutes } = JOB_SETTINGS[name];
    const dead = { name: deadQueueOf(name), retentionMinutes: keepDeadMinutes };
    await boss.createQueue(dead.name, dead);
    // `short`: of waiting jobs with one key there is one; the unique index behind it is pg-boss's own.
    const live = {
      name,
      policy: 'short' as const,
      retryLimit,
      retryDelay: retryDelayS,
      retryBackoff: true,
      expireInSeconds: leaseS,
      deadLetter: dead.name,
    };
    await boss.createQueue(name, live);
    // A queue that was there before keeps its settings otherwise.
    await boss.updateQueue(name, live);
  }
}

/**
 * Made by another process in the same moment: a schema, a table, a type, or a row of the catalogue for one of them. Or both were
 * at it and one gave way.
 */
const MADE_MEANWHILE = ['23505', '42P06', '42P07', '42710', '40P01'];
const START_TRIES = 5;

/**
 * pg-boss makes its tables at the first start; of several processes that do so at once, all but one find them made, by an error. A
 * failed start leaves an instance unusable, hence a new one.
 */
async function startBoss(create: () => PgBoss, leaseS: number): Promise<PgBoss> {
  for (let left = START_TRIES; ; left -= 1) {
    const boss = create();
    try {
      await boss.start();
      await createQueues(boss, leaseS);
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false });
      const state = sqlFaultOf(error)?.sqlState ?? '';
      if (left === 0 || !MADE_MEANWHILE.includes(state)) throw error;
    }
  }
}

/**
 * The queue of an open, migrated database: pg-boss's tables in a schema of their own, made at the first start. One a process.
 *
 * @throws HuotiError BUSY (retryable) where the database can't be reached
 * @example
 * const queue = await createJobQueue(database);
 * const store = createSqlStore({ database, jobs: queue });
 * await queue.work('judge', judgeSession, { concurrency: 2, signal });
 */
export async function createJobQueue(
  database: SqlDatabase,
  { leaseS = 10, pollMs = 200, onError }: JobQueueOptions = {},
): Promise<JobQueue> {
  const boss = await startBoss(() => {
    const created = createBoss(database, leaseS);
    // Without a listener an error of a background look would end the process.
    created.on('error', (error) => onError?.(toStorageError(error, { unanswered: 'BUSY' })));
    return created;
  }, leaseS);
  const wakeups = createWakeups();
  let stopping: Promise<void> | null = null;

  const send = async <K extends keyof Jobs>(
    db: { executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }> },
    name: K,
    data: Jobs[K],
    { delayMs = 0, key }: { delayMs?: number; key?: string } = {},
  ): Promise<void> => {
    await boss.send(name, data, {
      db,
      singletonKey: key ?? randomUUID(),
      ...(delayMs > 0 ? { startAfter: delayMs / 1000 } : {}),
    });
  };
  const executorOn = (connection: Parameters<JobQueue['enqueue']>[0]) => ({
    async executeSql(text: string, values: unknown[]) {
      return { rows: [...(await connection.query(text, values)).rows] };
    },
  });
  const rowsOf = (text: string, values: readonly unknown[]) =>
    withConnection(database.source, async (connection) => (await connection.query(text, values)).rows);

  return {
    enqueue: (connection, name, data, options) => send(executorOn(connection), name, data, options),
    async dropOfSession(connection, sessionId) {
      // Never one that runs: its worker holds it, and finds the session gone by itself.
      const { rows } = await connection.query(
        `DELETE FROM ${SCHEMA}.job WHERE name = ANY ($1::text[]) AND state IN ('created', 'retry', 'failed')
          AND (data->>'sessionId' = $2 OR data->>'deliveryId' IN (
            SELECT id FROM huoti.webhook_deliveries WHERE session_id = $2)) RETURNING id`,
        [JOB_NAMES.flatMap((name) => [name, deadQueueOf(name)]), sessionId],
      );
      return rows.length;
    },
    committed: (names) => names.forEach((name) => wakeups.wake(name)),
    work: (name, handler, options) =>
      workJobs({ boss, database, schema: SCHEMA, wakeups, pollMs, name, handler, ...options }),
    async counts() {
      const rows = await rowsOf(
        `SELECT name, state::text AS state, count(*) AS count FROM ${SCHEMA}.job GROUP BY 1, 2`,
        [],
      );
      const count = (name: string, states: readonly string[]): number =>
        rows
          .filter((row) => row['name'] === name && states.includes(String(row['state'])))
          .reduce((sum, row) => sum + Number(row['count']), 0);
      const of = (name: keyof Jobs): JobCounts => ({
        waiting: count(name, ['created', 'retry']),
        active: count(name, ['active']),
        dead: count(deadQueueOf(name), ['created']),
      });
      return { judge: of('judge'), platform: of('platform'), notify: of('notify'), forget: of('forget') };
    },
    async dead(limit) {
      const rows = await rowsOf(
        `SELECT id, name, data, output, created_on FROM ${SCHEMA}.job
          WHERE name = ANY ($1::text[]) AND state = 'created' ORDER BY created_on DESC LIMIT $2`,
        [JOB_NAMES.map(deadQueueOf), limit],
      );
      return rows.map((row): DeadJob => {
        const name = JOB_NAMES.find((each) => deadQueueOf(each) === row['name']) ?? 'judge';
        const output = (row['output'] ?? {}) as { code?: unknown };
        return {
          id: String(row['id']),
          name,
          data: row['data'] as Jobs[keyof Jobs],
          lastError: typeof output.code === 'string' ? output.code : 'LEASE_EXPIRED',
          diedAtMs: Number(new Date(row['created_on'] as Date)),
        };
      });
    },
    async revive(id) {
      const name = await database.kysely.transaction().execute(async (trx) => {
        const connection = queriesOn(trx);
        const { rows } = await connection.query(
          `DELETE FROM ${SCHEMA}.job WHERE name = ANY ($1::text[]) AND id::text = $2 RETURNING name, data`,
          [JOB_NAMES.map(deadQueueOf), id],
        );
        const [row] = rows;
        const found = JOB_NAMES.find((each) => deadQueueOf(each) === row?.['name']);
        if (row === undefined || found === undefined) return null;
        await send(executorOn(connection), found, row['data'] as Jobs[typeof found]);
        return found;
      });
      if (name !== null) wakeups.wake(name);
      return name !== null;
    },
    stop() {
      stopping ??= boss.stop({ graceful: false, wait: true });
      return stopping;
    },
  };
}
