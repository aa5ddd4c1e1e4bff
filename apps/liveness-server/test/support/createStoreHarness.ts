import type { Jobs } from '@huoti/server';
import type { StoreHarness } from '@huoti/server/testing';
import type { JobQueue } from '../../src/queue/JobQueue.js';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import { createSqlStore } from '../../src/storage/createSqlStore.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';

const TABLES = [
  'sessions',
  'parts',
  'verdicts',
  'consents',
  'platform_checks',
  'attempts',
  'proofs',
  'data_keys',
  'face_references',
  'api_keys',
  'webhook_endpoints',
  'webhook_deliveries',
  'operators',
  'sign_ins',
  'audit_entries',
  'audit_heads',
  'subjects',
  'counters',
  'guardian_consents',
  'rights_cases',
  'deletions',
  'blobs',
].map((name) => `huoti.${name}`);

/** Takes every row out of an open database. */
export async function emptyDatabase(database: SqlDatabase): Promise<void> {
  // Of a few rows DELETE is several times faster than TRUNCATE, which makes new files.
  const statements = [...TABLES, 'huoti_jobs.job'].map((table) => `DELETE FROM ${table}`);
  await withConnection(database.source, (connection) => connection.script(statements.join(';')));
}

/** An emptied store on an open, migrated database, for the contract. */
export async function createStoreHarness(database: SqlDatabase, queue: JobQueue): Promise<StoreHarness> {
  await emptyDatabase(database);
  return {
    store: createSqlStore({ database, jobs: queue }),
    waitingJobs: () =>
      withConnection(database.source, async (connection) => {
        const { rows } = await connection.query(
          `SELECT name, data FROM huoti_jobs.job WHERE state IN ('created', 'retry') ORDER BY created_on, id`,
          [],
        );
        return rows.map((row) => ({ name: row['name'] as keyof Jobs, data: row['data'] }));
      }),
  };
}
