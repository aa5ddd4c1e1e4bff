import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobStore, Store } from '@huoti/server';
import { aConsent, aPart, aSession, aVerdict, idOf } from '@huoti/server/testing';
import { createDatabaseBlobStore } from '../../src/blobs/createDatabaseBlobStore.js';
import { createJobQueue } from '../../src/queue/createJobQueue.js';
import { createSqlStore } from '../../src/storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../../src/storage/openEmbeddedDatabase.js';
import { openPostgres } from '../../src/storage/openPostgres.js';
import { migrateDatabase } from '../../src/storage/schema/migrateDatabase.js';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';
import { startPostgres } from './startPostgres.js';

// How many sessions a second the storage alone carries: the rows and blobs of whole sessions, without HTTP, seals or judging.
// node --import ./test/support/typescript/register.mjs test/support/measureStorage.ts [sessions]

const SESSIONS = Number(process.argv[2] ?? 300);
const REVEALS = 4;
/** A trace of some 10 s in five chunks; pictures of a `frames` session, sealed. */
const CHUNKS = { count: REVEALS + 1, bytes: 20_000 };
const PICTURES = { count: 10, bytes: 15_000 };
const NOW = Date.now();

interface Counter {
  statements: number;
}

/** Counts what reaches the database, the begin and end of each transaction included. */
function countStatements(database: SqlDatabase): Counter {
  const counter = { statements: 0 };
  const { source } = database;
  const connect = source.connect.bind(source);
  Object.assign(source, {
    async connect() {
      const connection = await connect();
      const query = connection.query.bind(connection);
      return Object.assign(Object.create(connection), {
        query(text: string, values: readonly unknown[]) {
          counter.statements += 1;
          return query(text, values);
        },
      });
    },
  });
  return counter;
}

/** What the server's functions ask of the store for one session, call by call. */
async function runSession(store: Store, blobs: BlobStore, name: string, pictures: number): Promise<void> {
  const id = idOf(name);
  const scopes = [`subject:bank:${name}`];
  let proofs = 0;
  const proven = (): Promise<unknown> => {
    proofs += 1;
    return store.transaction(async (tx) => {
      await tx.sessions.get(id);
      await tx.proofs.insertOnce(`${name}-${String(proofs)}`, NOW + 300_000);
    });
  };
  const changed = async (changes: Parameters<Store['transaction']>[0]): Promise<void> => {
    await proven();
    await store.transaction(changes);
  };
  await store.transaction(async (tx) => {
    await tx.attempts.lock(scopes);
    await tx.attempts.countedSince(scopes[0] ?? '', NOW - 86_400_000);
    await tx.sessions.insert(aSession(name, { subject: name, issuedAtMs: NOW, expiresAtMs: NOW + 300_000 }));
  });
  await changed(async (tx) => {
    await tx.sessions.getForUpdate(id);
    await tx.consents.insert(aConsent(name));
    await tx.sessions.update(id, { receiptId: idOf(`receipt-${name}`) });
  });
  await changed(async (tx) => {
    await tx.sessions.getForUpdate(id);
    await tx.attempts.lock(scopes);
    await tx.attempts.countedSince(scopes[0] ?? '', NOW - 86_400_000);
    await tx.attempts.insert([{ scope: scopes[0] ?? '', sessionId: id, state: 'open', atMs: NOW }]);
    await tx.sessions.update(id, { state: 'begun', begunAtMs: NOW, planJws: 'x'.repeat(1500) });
  });
  for (let index = 0; index <= REVEALS; index += 1) {
    await changed(async (tx) => {
      const session = await tx.sessions.getForUpdate(id);
      const reveal = { index, head: 'ab'.repeat(32), frames: 60, pictures: 8, atMs: NOW };
      await tx.sessions.update(id, { reveals: [...(session?.reveals ?? []), reveal] });
    });
  }
  const parts = [
    ...Array.from({ length: CHUNKS.count }, (_, at) => ({
      name: `chunk-${String(at)}`,
      bytes: CHUNKS.bytes,
    })),
    ...Array.from({ length: pictures }, (_, at) => ({
      name: `picture-1-${String(at)}`,
      bytes: PICTURES.bytes,
    })),
    { name: 'manifest', bytes: 4000 },
  ];
  for (const part of parts) {
    const blobKey = idOf(`${name}-${part.name}`);
    await proven();
    await blobs.put(blobKey, new Uint8Array(part.bytes).fill(part.bytes % 256));
    await store.transaction(async (tx) => {
      await tx.sessions.getForUpdate(id);
      await tx.parts.put(aPart(name, { ...part, blobKey, storedAtMs: NOW }));
    });
  }
  await changed(async (tx) => {
    await tx.sessions.getForUpdate(id);
    await tx.parts.list(id);
    await tx.sessions.update(id, { state: 'completed', completedAtMs: NOW, evidenceHash: 'ab'.repeat(32) });
    await tx.jobs.enqueue('judge', { sessionId: id });
  });
}

async function judge(store: Store, blobs: BlobStore, id: string): Promise<void> {
  const parts = await store.transaction(async (tx) => {
    await tx.sessions.get(id);
    return tx.parts.list(id);
  });
  for (const { blobKey } of parts) await blobs.get(blobKey);
  await store.transaction(async (tx) => {
    await tx.sessions.getForUpdate(id);
    await tx.verdicts.insertOnce({ ...aVerdict('x'), sessionId: id, id: `v${id}` });
    await tx.sessions.update(id, { state: 'decided', decidedAtMs: NOW });
    await tx.attempts.settle(id, 'passed');
    await tx.audit.append({
      atMs: NOW,
      actor: 'system',
      action: 'session-decide',
      object: id,
      pseudonym: null,
      facts: {},
    });
  });
}

async function sizeOf(database: SqlDatabase): Promise<number> {
  return withConnection(database.source, async (connection) => {
    const { rows } = await connection.query('SELECT pg_database_size(current_database()) AS size', []);
    return Number(rows[0]?.['size'] ?? 0);
  });
}

async function measure(label: string, database: SqlDatabase): Promise<void> {
  await migrateDatabase(database);
  const counter = countStatements(database);
  const queue = await createJobQueue(database);
  const store = createSqlStore({ database, jobs: queue });
  const blobs = createDatabaseBlobStore({ database, time: { nowMs: () => NOW } });
  for (const [level, pictures] of [
    ['trace', 0],
    ['frames', PICTURES.count],
  ] as const) {
    for (const clients of [1, 10]) {
      const stop = new AbortController();
      let judged = 0;
      const sizeBefore = await sizeOf(database);
      counter.statements = 0;
      const startedAt = performance.now();
      const working = queue.work(
        'judge',
        async ({ data }) => {
          await judge(store, blobs, data.sessionId);
          judged += 1;
        },
        { concurrency: 2, signal: stop.signal },
      );
      let next = 0;
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (next < SESSIONS) {
            next += 1;
            await runSession(store, blobs, `${level}${String(clients)}-${String(next)}`, pictures);
          }
        }),
      );
      while (judged < SESSIONS) await new Promise((resolve) => setTimeout(resolve, 5));
      const seconds = (performance.now() - startedAt) / 1000;
      stop.abort();
      await working;
      const bytes = ((await sizeOf(database)) - sizeBefore) / SESSIONS;
      process.stdout.write(
        `${label}, ${level}, ${String(clients)} at once: ${(SESSIONS / seconds).toFixed(1)} sessions/s, ` +
          `${(counter.statements / seconds).toFixed(0)} statements/s, ${(counter.statements / SESSIONS).toFixed(0)} statements ` +
          `and ${(bytes / 1024).toFixed(0)} KB a session\n`,
      );
    }
  }
  await queue.stop();
  await database.close();
}

const folder = mkdtempSync(join(tmpdir(), 'huoti-measure-'));
await measure('embedded', await openEmbeddedDatabase({ folder }));
rmSync(folder, { recursive: true, force: true });
const postgres = await startPostgres();
await measure('postgres', openPostgres({ url: postgres.url, poolSize: 12 }));
await postgres.stop();
