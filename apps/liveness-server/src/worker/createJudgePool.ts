import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { FaceReader, FaceReading, Judge, Judgement } from '@huoti/server';
import { Piscina } from 'piscina';
import { errorFacts } from '../logging/errorFacts.js';
import type { Logger } from '../logging/Logger.js';
import type { Metrics } from '../metrics/createMetrics.js';
import type { ThreadAnswer } from './ThreadAnswer.js';
import { threadFile } from './threadFile.js';

/** Twelve pictures on a busy machine take 2 s. Whatever takes this long hangs, ms. */
const TASK_LIMIT_MS = 60_000;
/** How long loading the models may take, ms. */
const START_LIMIT_MS = 120_000;
const BYTES_PER_MB = 1_048_576;

/** Options of {@link createJudgePool}. */
export interface JudgePoolOptions {
  readonly threads: number;
  readonly recycleAfterJobs: number;
  readonly recycleAboveMb: number;
  /** Whether the texture net has a say. @default true */
  readonly textureNet?: boolean;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** @default the compiled judgeThread */
  readonly file?: string;
  /** @default 60,000 ms */
  readonly taskLimitMs?: number;
  /** What the process takes, in bytes. @default process.memoryUsage.rss() */
  readonly rssBytes?: () => number;
}

/** Judging threads: the models are loaded once in each, far from the thread that answers requests. */
export interface JudgePool {
  readonly judge: Judge;
  readonly faceReader: FaceReader;
  /** Resolves when the models of a thread answer. @throws HuotiError MODEL_LOAD_FAILED and the like */
  ready(): Promise<void>;
  /** Lets what runs come to its end. Idempotent. */
  close(): Promise<void>;
}

/**
 * Starts the threads. A thread that dies takes only its own task with it: the task rejects as retryable, and the next
 * one gets a new thread. V8's limits do not see the memory of wasm, so the whole process is watched, and threads are replaced
 * when it grew.
 *
 * @example
 * const pool = createJudgePool({ ...settings.worker, logger, metrics });
 * const judgement = await pool.judge.judge(request);
 */
export function createJudgePool({
  threads,
  recycleAfterJobs,
  recycleAboveMb,
  textureNet = true,
  logger,
  metrics,
  file = threadFile(),
  taskLimitMs = TASK_LIMIT_MS,
  rssBytes = () => process.memoryUsage.rss(),
}: JudgePoolOptions): JudgePool {
  const start = (): Piscina => {
    const made = new Piscina({
      filename: file,
      workerData: { textureNet },
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: Infinity,
      atomics: 'disabled',
    });
    // A thread that dies between tasks is reported here; without a listener the whole process would end.
    made.on('error', (error) => logger.warn('thread-failed', errorFacts(error)));
    return made;
  };
  let pool = start();
  let jobs = 0;
  let closing: Promise<void> | null = null;
  const retiring = new Set<Promise<void>>();

  function recycle(): void {
    jobs += 1;
    const bytes = rssBytes();
    if (jobs < recycleAfterJobs || bytes < recycleAboveMb * BYTES_PER_MB) return;
    jobs = 0;
    logger.info('threads-recycle', { threads, rssBytes: bytes });
    const old = pool;
    pool = start();
    const gone: Promise<void> = old.close().finally(() => retiring.delete(gone));
    retiring.add(gone);
  }

  async function run<T>(name: string, task: unknown, limitMs: number, signal?: AbortSignal): Promise<T> {
    if (closing !== null) throw new HuotiError('DISPOSED', 'the judging threads are closed');
    const limit = AbortSignal.timeout(limitMs);
    let answer: ThreadAnswer<T>;
    try {
      answer = (await pool.run(task, {
        name,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      })) as ThreadAnswer<T>;
    } catch (cause) {
      if (signal?.aborted) throw new HuotiError('ABORTED', 'the judging was aborted', { cause });
      metrics.threadCrashes.inc();
      const why = limit.aborted ? `did not answer within ${limitMs} ms` : 'ended in the middle of a task';
      throw new HuotiError('HOST_ERROR', `a judging thread ${why}`, { cause, retryable: true });
    }
    if (answer.ok) return answer.value;
    throw new HuotiError(answer.code, answer.message, { retryable: answer.retryable });
  }

  async function task<T>(name: string, value: unknown, signal?: AbortSignal): Promise<T> {
    try {
      return await run<T>(name, value, taskLimitMs, signal);
    } catch (error) {
      if (isHuotiError(error, 'HOST_ERROR')) logger.warn('thread-failed', { code: error.code, job: name });
      throw error;
    } finally {
      recycle();
    }
  }

  const close = (): Promise<void> => {
    closing ??= Promise.all([pool.close(), ...retiring]).then(() => undefined);
    return closing;
  };

  return {
    judge: {
      judge: (request, { signal } = {}) => task<Judgement>('judge', request, signal),
      close,
    },
    faceReader: {
      read: (picture, { signal } = {}) => task<FaceReading>('read', picture, signal),
    },
    ready: () => run<void>('warmUp', null, START_LIMIT_MS),
    close,
  };
}
