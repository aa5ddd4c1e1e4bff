import type { FilingState } from '@huoti/server';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueState } from './QueueState.js';

/** From a plain answer to a comparison of two pictures, in seconds. */
const REQUEST_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** From a trace alone to twelve pictures on a busy machine, in seconds. */
const JUDGE_BUCKETS_S = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** The numbers of one service, in a registry of their own. Labels come from fixed sets, never from a request. */
export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'route' | 'method' | 'status'>;
  readonly sessionsIssued: Counter<'policy' | 'level'>;
  readonly sessionsDecided: Counter<'outcome' | 'level' | 'host' | 'assurance'>;
  readonly sessionsExpired: Counter;
  readonly attemptsRefused: Counter;
  readonly judgeSeconds: Histogram<'level'>;
  readonly modelRuns: Counter<'model'>;
  readonly threadCrashes: Counter;
  readonly queueDepth: Gauge<'job'>;
  readonly queueAgeSeconds: Gauge<'job'>;
  readonly storedPeople: Gauge;
  readonly storedPeopleThreshold: Gauge;
  readonly jobs: Counter<'job' | 'end'>;
  readonly webhookDeliveries: Counter<'end'>;
}

/** Options of {@link createMetrics}. */
export interface MetricsOptions {
  /** Whether memory, event loop and file handles of the process are measured too. @default false */
  readonly processMetrics?: boolean;
  /** Asked whenever the numbers are read: the queue belongs to the database, not to a process. @default nothing is told of it */
  readonly queueState?: () => Promise<QueueState>;
  /** Asked whenever the numbers are read: one row, counted by whoever expires. @default nothing is told of it */
  readonly filing?: () => Promise<FilingState>;
}

/**
 * A fresh set of metrics.
 *
 * @example createMetrics().judgeSeconds.observe({ level: 'trace' }, 0.017)
 */
export function createMetrics({ processMetrics = false, queueState, filing }: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  if (processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  // Two numbers of one look: whoever comes second joins the first. A database that is away is told by /readyz; the other
  // numbers are wanted all the more.
  let looking: Promise<QueueState | undefined> | null = null;
  const lookAtQueue = (): Promise<QueueState | undefined> => {
    looking ??= (queueState?.() ?? Promise.resolve(undefined))
      .catch(() => undefined)
      .finally(() => (looking = null));
    return looking;
  };
  const queueDepth = new Gauge({
    name: 'huoti_queue_depth',
    help: 'Jobs that wait',
    labelNames: ['job'],
    registers,
    async collect() {
      const state: Partial<QueueState> = (await lookAtQueue()) ?? {};
      for (const [job, { waiting }] of Object.entries(state)) this.set({ job }, waiting);
    },
  });
  const queueAgeSeconds = new Gauge({
    name: 'huoti_queue_age_seconds',
    help: 'How long the oldest job waits',
    labelNames: ['job'],
    registers,
    async collect() {
      const state: Partial<QueueState> = (await lookAtQueue()) ?? {};
      for (const [job, { oldestSeconds }] of Object.entries(state)) this.set({ job }, oldestSeconds);
    },
  });
  const readFiling = async (): Promise<FilingState | undefined> => filing?.().catch(() => undefined);
  const storedPeople = new Gauge({
    name: 'huoti_stored_people',
    help: 'People with a stored face: a template, or pictures of a session',
    registers,
    async collect() {
      const state = await readFiling();
      if (state !== undefined && state.countedAtMs !== null) this.set(state.stored);
    },
  });
  const storedPeopleThreshold = new Gauge({
    name: 'huoti_stored_people_threshold',
    help: 'From how many people with a stored face on an authority has to be told',
    registers,
    async collect() {
      const state = await readFiling();
      if (state !== undefined) this.set(state.threshold);
    },
  });
  return {
    storedPeople,
    storedPeopleThreshold,
    queueDepth,
    queueAgeSeconds,
    registry,
    requestSeconds: new Histogram({
      name: 'huoti_http_request_seconds',
      help: 'Time to answer a request, by route pattern and class of status',
      labelNames: ['route', 'method', 'status'],
      buckets: REQUEST_BUCKETS_S,
      registers,
    }),
    sessionsIssued: new Counter({
      name: 'huoti_sessions_issued_total',
      help: 'Sessions created',
      labelNames: ['policy', 'level'],
      registers,
    }),
    sessionsDecided: new Counter({
      name: 'huoti_sessions_decided_total',
      help: 'Verdicts: verified, completed, or the reason of the refusal',
      labelNames: ['outcome', 'level', 'host', 'assurance'],
      registers,
    }),
    sessionsExpired: new Counter({
      name: 'huoti_sessions_expired_total',
      help: 'Sessions that ran out before they were completed',
      registers,
    }),
    attemptsRefused: new Counter({
      name: 'huoti_attempts_refused_total',
      help: 'Sessions refused because of too many tries',
      registers,
    }),
    judgeSeconds: new Histogram({
      name: 'huoti_judge_seconds',
      help: 'Time to recompute one session, from the job to its judgement',
      labelNames: ['level'],
      buckets: JUDGE_BUCKETS_S,
      registers,
    }),
    modelRuns: new Counter({
      name: 'huoti_model_runs_total',
      help: 'Pictures that a model was run on',
      labelNames: ['model'],
      registers,
    }),
    threadCrashes: new Counter({
      name: 'huoti_judge_thread_crashes_total',
      help: 'Judging threads that ended in the middle of a task',
      registers,
    }),
    jobs: new Counter({
      name: 'huoti_jobs_total',
      help: 'Jobs by how they ended',
      labelNames: ['job', 'end'],
      registers,
    }),
    webhookDeliveries: new Counter({
      name: 'huoti_webhook_deliveries_total',
      help: 'Webhook posts by how they ended',
      labelNames: ['end'],
      registers,
    }),
  };
}
