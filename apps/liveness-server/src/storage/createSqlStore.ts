import type { Jobs, Store, StoreTransaction } from '@huoti/server';
import type { Transaction } from 'kysely';
import { sqlFaultOf } from './sql/SqlFault.js';
import { refuseInsideTransaction, runTransactionScope } from './sql/transactionScope.js';
import { queriesOn } from './sql/withConnection.js';
import type { Tables } from './schema/Tables.js';
import type { SqlDatabase } from './SqlDatabase.js';
import { createAuditTables } from './tables/createAuditTables.js';
import { createCounterTable } from './tables/createCounterTable.js';
import { createDeletionTable } from './tables/createDeletionTable.js';
import { createEvidenceTables } from './tables/createEvidenceTables.js';
import { createGuardianConsentTable } from './tables/createGuardianConsentTable.js';
import { createKeyTables } from './tables/createKeyTables.js';
import { createOnceTables } from './tables/createOnceTables.js';
import { createOperatorTable } from './tables/createOperatorTable.js';
import { createPartTable } from './tables/createPartTable.js';
import { createPlatformCheckTable } from './tables/createPlatformCheckTable.js';
import { createReferenceTable } from './tables/createReferenceTable.js';
import { createRightsCaseTable } from './tables/createRightsCaseTable.js';
import { createSessionTable } from './tables/createSessionTable.js';
import { createSubjectTable } from './tables/createSubjectTable.js';
import { createWebhookTable } from './tables/createWebhookTable.js';
import type { TransactionalJobs } from './TransactionalJobs.js';

/** Serialization failure, deadlock: the database chose this transaction as the one to give way, and says to try again. */
const GAVE_WAY = ['40001', '40P01'];
/** Waits before the second and each later try, ms. Nobody waits in a deadlock for the one that gave way, so they may be short. */
const RETRY_AFTER_MS = [5, 25, 100];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function createTables(trx: Transaction<Tables>): Omit<StoreTransaction, 'jobs'> {
  return {
    sessions: createSessionTable(trx),
    parts: createPartTable(trx),
    platformChecks: createPlatformCheckTable(trx),
    ...createEvidenceTables(trx),
    references: createReferenceTable(trx),
    ...createKeyTables(trx),
    ...createOnceTables(trx),
    webhooks: createWebhookTable(trx),
    operators: createOperatorTable(trx),
    ...createAuditTables(trx),
    subjects: createSubjectTable(trx),
    guardianConsents: createGuardianConsentTable(trx),
    rightsCases: createRightsCaseTable(trx),
    deletions: createDeletionTable(trx),
    counters: createCounterTable(trx),
  };
}

/**
 * The store on an open, migrated database, embedded or not.
 *
 * @param options.jobs the queue; its rows are written by the transaction that enqueues
 * @example
 * const store = createSqlStore({ database, jobs: queue });
 * await store.transaction((tx) => tx.sessions.get(id));
 */
export function createSqlStore({
  database,
  jobs,
}: {
  database: SqlDatabase;
  jobs: TransactionalJobs;
}): Store {
  const run = async <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    const enqueued = new Set<keyof Jobs>();
    const result = await database.kysely.transaction().execute((trx) => {
      const connection = queriesOn(trx);
      return runTransactionScope(() =>
        work({
          ...createTables(trx),
          jobs: {
            async enqueue(name, data, options) {
              await jobs.enqueue(connection, name, data, options);
              enqueued.add(name);
            },
            dropOfSession: (sessionId) => jobs.dropOfSession(connection, sessionId),
          },
        }),
      );
    });
    if (enqueued.size > 0) jobs.committed([...enqueued]);
    return result;
  };

  return {
    specificationVersion: 'v1',
    async transaction(work) {
      refuseInsideTransaction();
      for (const waitMs of RETRY_AFTER_MS) {
        try {
          return await run(work);
        } catch (error) {
          const state = sqlFaultOf(error)?.sqlState ?? '';
          if (!GAVE_WAY.includes(state)) throw error;
          await wait(waitMs);
        }
      }
      return run(work);
    },
  };
}
