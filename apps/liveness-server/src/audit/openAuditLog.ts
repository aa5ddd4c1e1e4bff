import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import type { AuditHeadRow, ChainedAuditRow, Store } from '@huoti/server';
import { createSqlStore } from '../storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../storage/openEmbeddedDatabase.js';
import { openPostgres } from '../storage/openPostgres.js';
import { sqlFaultOf } from '../storage/sql/SqlFault.js';

/** Where an audit log lies: one of the two. */
export interface AuditLogPlace {
  /** Of a Postgres. */
  readonly databaseUrl: string | null;
  /** Of the embedded database; no service may run on it. */
  readonly dataFolder: string | null;
}

/** The audit log as it stood when it was opened; nothing is changed. */
export interface AuditLog {
  /** Chained ones in order, then those that were not chained yet, a thousand at most. */
  entries(): AsyncIterable<ChainedAuditRow>;
  heads(): AsyncIterable<AuditHeadRow>;
  close(): Promise<void>;
}

const PAGE = 1_000;
/** SQLSTATE of a table or a column that is not there. */
const MISSING = ['42P01', '42703', '3F000'];

async function* pages<T extends { readonly seq: number | null }>(
  read: (fromSeq: number) => Promise<readonly T[]>,
  throughSeq: number,
): AsyncGenerator<T> {
  let from = 1;
  while (from <= throughSeq) {
    const rows = await read(from);
    for (const row of rows) {
      if (row.seq === null || row.seq > throughSeq) return;
      yield row;
      from = row.seq + 1;
    }
    if (rows.length < PAGE) return;
  }
}

async function openStore({ databaseUrl, dataFolder }: AuditLogPlace): Promise<{
  store: Store;
  close: () => Promise<void>;
}> {
  if ((databaseUrl === null) === (dataFolder === null)) {
    throw new HuotiError('INVALID_ARGUMENT', 'give the database or the data folder, one of the two');
  }
  if (dataFolder !== null && !existsSync(join(dataFolder, 'postgres'))) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${dataFolder} is no data folder of huoti: there is no postgres in it`,
    );
  }
  const database =
    databaseUrl === null
      ? await openEmbeddedDatabase({ folder: dataFolder ?? '' })
      : openPostgres({ url: databaseUrl, poolSize: 2, onLost: () => undefined });
  const jobs = {
    enqueue: () => Promise.reject(new HuotiError('HOST_ERROR', 'the audit log is only read')),
    dropOfSession: () => Promise.resolve(0),
    committed: () => undefined,
  };
  return { store: createSqlStore({ database, jobs }), close: () => database.close() };
}

/**
 * Opens an audit log to read it.
 *
 * @throws HuotiError BUSY where the database can't be reached or a service runs on the data folder; INVALID_ARGUMENT where there is no
 *   audit log
 * @example const log = await openAuditLog({ databaseUrl: null, dataFolder: './huoti-data' });
 */
export async function openAuditLog(place: AuditLogPlace): Promise<AuditLog> {
  const { store, close } = await openStore(place);
  const read = store.transaction.bind(store);
  try {
    // In one transaction: heads and entries that come later are no part of what is read.
    const { lastSeq, headSeq, unchained } = await read(async ({ auditChain }) => ({
      // A head is written after the entries that it covers.
      headSeq: (await auditChain.lastHead())?.seq ?? 0,
      lastSeq: (await auditChain.head())?.seq ?? 0,
      unchained: await auditChain.unchained(PAGE),
    }));
    return {
      async *entries() {
        yield* pages((from) => read(({ auditChain }) => auditChain.read(from, PAGE)), lastSeq);
        yield* unchained;
      },
      heads: () => pages((from) => read(({ auditChain }) => auditChain.heads(from, PAGE)), headSeq),
      close,
    };
  } catch (error) {
    await close();
    if (!MISSING.includes(sqlFaultOf(error)?.sqlState ?? '')) throw error;
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'the database has no audit chain yet: start the service of this release on it once',
      { cause: error },
    );
  }
}
