import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadNow, machineFacts } from '../machine/machineFacts.js';
import { openGenerator } from './client/openGenerator.js';
import type { LevelAmount, LoadAmount } from './LoadAmount.js';
import type { LevelResult, LoadResults, RecomputeResult } from './LoadResults.js';
import { measureLevel } from './measureLevel.js';
import { recomputeInProcess, recomputeJudgements } from './recompute/recompute.js';
import { sqlOf } from './report/sqlOf.js';
import { measureForgetting } from './service/measureForgetting.js';
import { startPostgres } from './service/startPostgres.js';
import { startService } from './service/startService.js';

/** What {@link runLoad} takes. */
export interface RunLoadOptions {
  readonly amount: LoadAmount;
  /** Told what goes on. */
  readonly say: (line: string) => void;
  /** The document whose SQL partitions the tables first. @default none are partitioned */
  readonly partitionedBy?: string;
  /** Load of the machine before the run made any. @default now */
  readonly loadAtStart?: number;
  /** Ends the run, and everything that it started. */
  readonly signal?: AbortSignal;
}

type Closing = (() => Promise<unknown>)[];

/**
 * Measures the service under load and gives all numbers. Nothing is left running, whatever fails.
 *
 * @throws whatever a part of it failed with; the reason of the abort
 */
export async function runLoad(options: RunLoadOptions): Promise<LoadResults> {
  const { signal } = options;
  const folder = await mkdtemp(join(tmpdir(), 'huoti-load-'));
  const closing: Closing = [() => rm(folder, { recursive: true, force: true })];
  const aborted = new Promise<never>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([measure(options, folder, closing), aborted]);
  } finally {
    // What is still being started when the run is aborted is added meanwhile.
    for (let close = closing.pop(); close; close = closing.pop()) await close().catch(() => undefined);
  }
}

/** Shares of what one judging thread can do as sessions a second. */
const ofOneThread = (amount: LevelAmount, { frames }: RecomputeResult): LevelAmount => ({
  ...amount,
  rates: amount.rates.map((share) => Number(((share * 1000) / frames.cpuMs).toFixed(2))),
});

async function measure(
  { amount, say, partitionedBy, loadAtStart = loadNow() }: RunLoadOptions,
  folder: string,
  closing: Closing,
): Promise<LoadResults> {
  const startedMs = performance.now();
  const cores = availableParallelism();
  say('judgements by themselves');
  const recompute = await recomputeJudgements(amount.recomputeRuns);
  say(`${amount.inProcessSessions} sessions in one process, and meanwhile the recordings`);
  const generator = openGenerator();
  closing.push(() => generator.close());
  const recording = generator.record('trace').then(() => generator.record('frames'));
  const [inProcess] = await Promise.all([recomputeInProcess(amount.inProcessSessions), recording]);

  say('the service on a real Postgres');
  const postgres = await startPostgres();
  closing.push(() => postgres.stop());
  const onPostgres = join(folder, 'postgres');
  await mkdir(onPostgres);
  const partition = async (path: string): Promise<void> => {
    for (const sql of sqlOf(await readFile(path, 'utf8'))) await postgres.query(sql);
  };
  const service = await startService({
    folder: onPostgres,
    databaseUrl: postgres.url,
    ...(partitionedBy === undefined ? {} : { migrated: () => partition(partitionedBy) }),
  });
  closing.push(() => service.stop());
  const target = { service, postgres, generator };
  const sessions = amount.httpSessions === null ? {} : { sessions: amount.httpSessions };
  const levels: LevelResult[] = [
    await measureLevel(target, { level: 'trace', amount: amount.trace, ...sessions, cores, say }),
    await measureLevel(target, {
      level: 'frames',
      amount: ofOneThread(amount.frames, recompute),
      cores,
      say,
    }),
  ];
  say('forgetting');
  const forgetting = await measureForgetting(service);
  await service.stop();

  say('the service on the embedded database');
  const embedded = join(folder, 'embedded');
  await mkdir(embedded);
  const alone = await startService({ folder: embedded });
  closing.push(() => alone.stop());
  levels.push(
    await measureLevel(
      { service: alone, postgres: null, generator },
      { level: 'trace', amount: amount.embedded, cores, say },
    ),
  );
  return {
    measuredAt: new Date().toISOString(),
    quick: amount.quick,
    tookSeconds: Math.round((performance.now() - startedMs) / 1000),
    machine: { ...machineFacts('none', loadAtStart), postgres: postgres.version },
    recompute,
    inProcess,
    levels,
    forgetting,
  };
}
