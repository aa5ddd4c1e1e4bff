import type { MachineFacts } from '../report/BenchResults.js';

/** Names of the calls of a session, in their order. */
export const CALL_NAMES = [
  'issue',
  'view, first',
  'consent',
  'plan',
  'steps',
  'evidence',
  'complete',
  'view, later',
  'result',
] as const;
/** One of {@link CALL_NAMES}. */
export type CallName = (typeof CALL_NAMES)[number];

/** How long something took, in ms. */
export interface Latency {
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** Parts of the load, each a process or a family of them. `service` is API and worker in one process. */
export type ProcessName = 'api' | 'worker' | 'service' | 'postgres' | 'generator';

/** What a process took over a stretch of time. */
export interface ProcessResult {
  readonly name: ProcessName;
  /** In the long look, without what it takes when there is no work. */
  readonly cpuMsPerSession: number;
  /** CPU seconds a second, all of them. */
  readonly cores: number;
  /** The same without any work, where that was measured. */
  readonly idleCores?: number;
  /** Of them, the thread that worked most; for Postgres that of its main process, which says nothing. */
  readonly busiestThread: number;
  readonly rssStartMb: number;
  readonly rssEndMb: number;
  readonly rssMaxMb: number;
  /** Slope over the last four fifths, in bytes a session. */
  readonly rssGrowthBytes: number;
}

/** Sessions at one rate. */
export interface RateResult {
  /** Begun a second. */
  readonly rate: number;
  readonly begun: number;
  readonly decided: number;
  /** Sessions that did not end as an honest one does, with how often. */
  readonly problems: Readonly<Record<string, number>>;
  /** From the answer to complete until the verdict was written (Postgres), or until the client saw it (embedded). */
  readonly verdict: Latency;
  readonly calls: Readonly<Partial<Record<CallName, Latency>>>;
  readonly processes: readonly ProcessResult[];
  /** Whether the service kept up: see `whyNotHeld`. */
  readonly held: boolean;
  readonly whyNot: string | null;
}

/** What one session leaves in a table, indexes and overflow included. */
export interface TableResult {
  readonly table: string;
  readonly rowsPerSession: number;
  readonly bytesPerSession: number;
}

/** What a session costs a Postgres. */
export interface DatabaseResult {
  readonly statementsPerSession: number;
  readonly transactionsPerSession: number;
  readonly walBytesPerSession: number;
  readonly rowsWrittenPerSession: number;
  /** Statements a second of one API and one worker that have nothing to do. */
  readonly idleStatementsPerS: number;
  /** Connections at the end. */
  readonly connections: number;
  /** Parts of the evidence, before they are sealed (28 bytes more each). */
  readonly picturesPerSession: number;
  readonly pictureBytesPerSession: number;
  readonly otherPartBytesPerSession: number;
  readonly tables: readonly TableResult[];
}

/** How fast one process forgets what has run out. */
export interface ForgettingResult {
  readonly parts: number;
  readonly seconds: number;
}

/** One kind of session against one kind of database. */
export interface LevelResult {
  readonly level: 'trace' | 'frames';
  readonly database: 'postgres' | 'embedded';
  readonly actions: readonly string[];
  readonly ramp: readonly RateResult[];
  /** Highest rate of the ramp that was held; `null` where none was. */
  readonly heldRate: number | null;
  readonly steady: RateResult;
  /** What was used up first, in words. */
  readonly saturates: string;
  /** Bytes that a session uploads. */
  readonly uploadBytes: number;
  readonly requestsPerSession: number;
  /** `null` for the embedded one. */
  readonly postgres: DatabaseResult | null;
}

/** CPU time of judgements, in one process without anything else. */
export interface RecomputeResult {
  readonly trace: {
    readonly seconds: number;
    readonly frames: number;
    readonly runs: number;
    readonly cpuMs: Latency;
  };
  readonly frames: {
    readonly pictures: number;
    readonly runs: number;
    readonly verified: boolean;
    readonly cpuMs: number;
    readonly modelsMs: number;
    /** Of the models' time. */
    readonly besideShare: number;
  };
}

/** Memory of one process that carries many sessions, one after the other, from issue to forgetting. */
export interface InProcessResult {
  readonly sessions: number;
  readonly consistent: number;
  readonly cpuMsPerSession: number;
  readonly heapStartMb: number;
  readonly heapEndMb: number;
  readonly rssStartMb: number;
  readonly rssEndMb: number;
  /** Slope over the last four fifths, in bytes a session; heap after collections of garbage. */
  readonly heapGrowthBytes: number;
  readonly rssGrowthBytes: number;
}

/** A whole run: what docs/bench/load.json holds. */
export interface LoadResults {
  readonly measuredAt: string;
  readonly quick: boolean;
  readonly tookSeconds: number;
  readonly machine: MachineFacts & { readonly postgres: string };
  readonly recompute: RecomputeResult;
  readonly inProcess: InProcessResult;
  readonly levels: readonly LevelResult[];
  /** Of evidence, rows and sealed bytes, in Postgres. */
  readonly forgetting: ForgettingResult;
}
