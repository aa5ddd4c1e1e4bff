import type { Jobs } from '@huoti/server';
import type { SqlConnection } from './sql/SqlSource.js';

/** The queue as the store sees it: a job is a row of the same transaction. */
export interface TransactionalJobs {
  enqueue<K extends keyof Jobs>(
    connection: Pick<SqlConnection, 'query'>,
    name: K,
    data: Jobs[K],
    options?: { delayMs?: number; key?: string },
  ): Promise<void>;
  /** Takes away jobs about a session that wait or are dead; how many. */
  dropOfSession(connection: Pick<SqlConnection, 'query'>, sessionId: string): Promise<number>;
  /** A transaction that enqueued jobs of these names has committed: workers of this process need not wait for their next look. */
  committed(names: readonly (keyof Jobs)[]): void;
}
