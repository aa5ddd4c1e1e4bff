import type { Jobs, Judge, PlatformVerifier, WebhookPost } from '@huoti/server';
import type { JobHandler, JobQueue } from '../queue/JobQueue.js';
import { errorFacts } from '../logging/errorFacts.js';
import { createChainStep } from './createChainStep.js';
import { createForgetHandler } from './createForgetHandler.js';
import { createJudgeHandler, type JobTools } from './createJudgeHandler.js';
import { createNotifyHandler } from './createNotifyHandler.js';
import { createPlatformHandler } from './createPlatformHandler.js';
import { expireOnce } from './expireOnce.js';
import { repeat } from './repeat.js';

/** Notices wait for other machines, not for this one. */
const NOTIFY_CONCURRENCY = 8;
/** A platform is another machine too. */
const PLATFORM_CONCURRENCY = 8;
/** A deletion reads and writes what sessions read and write: one at a time takes little from them. */
const FORGET_CONCURRENCY = 1;
/** While one session is judged the parts of the next are loaded. */
const JUDGE_AHEAD = 1;

/** How long an entry of the audit log stands unproven, ms: docs/decisions/2026-11-27-audit-chain.md. */
const CHAIN_EVERY_MS = 1_000;

/** Options of {@link runWorker}. */
export interface WorkerOptions extends JobTools {
  readonly queue: JobQueue;
  readonly judge: Judge;
  readonly post: WebhookPost;
  /** `null` where this service is connected to no platform. */
  readonly verifier: PlatformVerifier | null;
  /** Judging threads. */
  readonly threads: number;
  readonly expireEverySeconds: number;
  /** How long running jobs may take after the abort, ms. */
  readonly graceMs: number;
  readonly signal: AbortSignal;
}

/**
 * Does the jobs of the queue and removes what has run out, until it is aborted; then lets running jobs end. The same code
 * beside the API in one process, and in processes of its own.
 *
 * @example await runWorker({ context, queue, judge: pool.judge, post, ...settings.worker, signal });
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { queue, logger, metrics, threads, expireEverySeconds, graceMs, signal } = options;
  const watched =
    <K extends keyof Jobs>(name: K, handler: JobHandler<K>): JobHandler<K> =>
    async (run, runOptions) => {
      try {
        await handler(run, runOptions);
        metrics.jobs.inc({ job: name, end: 'done' });
      } catch (error) {
        metrics.jobs.inc({ job: name, end: run.isLast ? 'dead' : 'failed' });
        logger.warn('job-failed', { job: name, jobId: run.id, tries: run.attempt, ...errorFacts(error) });
        throw error;
      }
    };
  const chain = createChainStep(options);
  await Promise.all([
    queue.work('judge', watched('judge', createJudgeHandler(options)), {
      concurrency: threads + JUDGE_AHEAD,
      signal,
      graceMs,
    }),
    queue.work('platform', watched('platform', createPlatformHandler(options)), {
      concurrency: PLATFORM_CONCURRENCY,
      signal,
      graceMs,
    }),
    queue.work('notify', watched('notify', createNotifyHandler(options)), {
      concurrency: NOTIFY_CONCURRENCY,
      signal,
      graceMs,
    }),
    repeat(() => chain({ signal }), { everyMs: CHAIN_EVERY_MS, signal }),
    queue.work('forget', watched('forget', createForgetHandler(options)), {
      concurrency: FORGET_CONCURRENCY,
      signal,
      graceMs,
    }),
    repeat(() => expireOnce(options, { signal }), { everyMs: expireEverySeconds * 1_000, signal }),
  ]);
  // Nothing is left unsigned by a service that was ended in order.
  await chain({ signNow: true });
}
