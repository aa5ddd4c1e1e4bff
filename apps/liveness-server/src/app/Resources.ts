import type { ServerContext } from '@huoti/server';
import type { JobQueue } from '../queue/JobQueue.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';

/** What every process of the service holds while it runs. */
export interface Resources {
  readonly context: ServerContext;
  readonly database: SqlDatabase;
  readonly queue: JobQueue;
  /** Ends queue and database. Idempotent. */
  close(): Promise<void>;
}
