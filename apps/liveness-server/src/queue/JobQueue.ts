import type { Jobs } from '@huoti/server';
import type { TransactionalJobs } from '../storage/TransactionalJobs.js';

/** One run of a job. */
export interface JobRun<K extends keyof Jobs> {
  readonly id: string;
  readonly data: Jobs[K];
  /** 1 for the first run. */
  readonly attempt: number;
  /** Whether the job is put aside as dead when this run fails. */
  readonly isLast: boolean;
}

/** Does a job's work. May be called twice for one job, at once even, so it makes that harmless. A rejection is a failed run. */
export type JobHandler<K extends keyof Jobs> = (
  job: JobRun<K>,
  options: {
    /** Aborted when the lease is lost to another worker, and when a stop does not wait any longer. */
    readonly signal: AbortSignal;
  },
) => Promise<void>;

/** How many jobs of a name wait, run, and were put aside. */
export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
}

/** A job whose runs all failed. */
export interface DeadJob {
  readonly id: string;
  readonly name: keyof Jobs;
  readonly data: Jobs[keyof Jobs];
  /** The code of the last error; never its text. */
  readonly lastError: string;
  readonly diedAtMs: number;
}

/** Jobs in the database: each is run at least once, by any worker that is connected to it. */
export interface JobQueue extends TransactionalJobs {
  /**
   * Takes jobs of a name and runs so many at once, until `signal` is aborted. Then takes no more and waits for those that run.
   *
   * @param options.concurrency runs at once in this call, 1 or more
   * @param options.graceMs how long running jobs may take after the abort; then their own signal is aborted and they are given
   *   back to the queue. @default 20000
   * @returns settled when everything has ended; never rejects for a job's sake
   */
  work<K extends keyof Jobs>(
    name: K,
    handler: JobHandler<K>,
    options: { concurrency: number; signal: AbortSignal; graceMs?: number },
  ): Promise<void>;
  counts(): Promise<Readonly<Record<keyof Jobs, JobCounts>>>;
  /** Newest first. */
  dead(limit: number): Promise<readonly DeadJob[]>;
  /** Puts a dead job back to work, with all its runs ahead of it. False where there is none of that id. */
  revive(id: string): Promise<boolean>;
  /** Ends what looks after leases. Idempotent; `work` is ended by its own signal. */
  stop(): Promise<void>;
}
