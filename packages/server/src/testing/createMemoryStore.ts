import { HuotiError } from '@huoti/protocol';
import type { Store, StoreTransaction } from '../ports/Store.js';
import { createMemoryTables, type MemoryTables } from './createMemoryTables.js';
import { memoryEvidenceTables } from './memoryEvidenceTables.js';
import { memoryKeyTables } from './memoryKeyTables.js';
import { memorySessionTable } from './memorySessionTable.js';
import { memoryWebhookTable } from './memoryWebhookTable.js';
import { memoryOperatorTable } from './memoryOperatorTable.js';
import { memoryAuditTables } from './memoryAuditTables.js';
import { memoryJobTable } from './memoryJobTable.js';
import { memoryPrivacyTables } from './memoryPrivacyTables.js';
import { memorySubjectTable } from './memorySubjectTable.js';
import type { MemoryJob } from './MemoryJob.js';

/** A {@link Store} in memory, for tests and for trying things out. */
export interface MemoryStore extends Store {
  /** Jobs that wait, oldest first. */
  readonly jobs: readonly MemoryJob[];
  /** Takes the jobs that wait out of the store. */
  takeJobs(): MemoryJob[];
  /** Every row there is, for a test that looks for what must not be there. */
  readonly tables: MemoryTables;
  /** How many transactions have ended, well or not. */
  readonly transactionCount: number;
  /** From now on every transaction is refused, as if the database were away; `null` brings it back. */
  failWith(error: HuotiError | null): void;
}

/**
 * Transactions run one after the other, so each sees all that came before; one that throws leaves nothing behind.
 *
 * @param options.from rows of another one, as it stands: what happens here does not happen there. @default none
 * @example const store = createMemoryStore();
 */
export function createMemoryStore({ from }: { from?: MemoryTables } = {}): MemoryStore {
  let tables = createMemoryTables(from);
  let last: Promise<unknown> = Promise.resolve();
  let transactionCount = 0;
  let failure: HuotiError | null = null;

  const run = async <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    if (failure) throw failure;
    const draft = createMemoryTables(tables);
    let ended = false;
    // A query after the end would be lost in silence on a real database too: here it is told.
    const alive = (): MemoryTables => {
      if (ended)
        throw new HuotiError('DISPOSED', 'the transaction has ended: await every query inside of it');
      return draft;
    };
    try {
      const result = await work(transactionOn(alive));
      tables = draft;
      return result;
    } finally {
      ended = true;
      transactionCount += 1;
    }
  };

  return {
    specificationVersion: 'v1',
    transaction: (work) => {
      const turn = last.then(() => run(work));
      last = turn.catch(() => undefined);
      return turn;
    },
    get jobs() {
      return [...tables.jobs.values()];
    },
    takeJobs: () => {
      const taken = [...tables.jobs.values()];
      tables.jobs.clear();
      return taken;
    },
    get tables() {
      return tables;
    },
    get transactionCount() {
      return transactionCount;
    },
    failWith: (error) => {
      failure = error;
    },
  };
}

function transactionOn(tables: () => MemoryTables): StoreTransaction {
  return {
    sessions: memorySessionTable(tables),
    ...memoryEvidenceTables(tables),
    ...memoryKeyTables(tables),
    webhooks: memoryWebhookTable(tables),
    operators: memoryOperatorTable(tables),
    jobs: memoryJobTable(tables),
    ...memoryAuditTables(tables),
    subjects: memorySubjectTable(tables),
    ...memoryPrivacyTables(tables),
  };
}
