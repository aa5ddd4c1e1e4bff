import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import type { Store } from '@huoti/server';
import { storeContract } from '@huoti/server/testing';
import { createStoreHarness } from '../../test/support/createStoreHarness.js';
import { startPostgres, type TestPostgres } from '../../test/support/startPostgres.js';
import { createJobQueue } from '../queue/createJobQueue.js';
import type { JobQueue } from '../queue/JobQueue.js';
import { createSqlStore } from './createSqlStore.js';
import { openEmbeddedDatabase } from './openEmbeddedDatabase.js';
import { openPostgres } from './openPostgres.js';
import { migrateDatabase } from './schema/migrateDatabase.js';
import type { SqlDatabase } from './SqlDatabase.js';

let folder: string;
let postgres: TestPostgres;
const databases: Partial<Record<'embedded' | 'postgres', SqlDatabase>> = {};
const queues: Partial<Record<'embedded' | 'postgres', JobQueue>> = {};

const databaseOf = (kind: 'embedded' | 'postgres'): SqlDatabase => {
  const database = databases[kind];
  if (database === undefined) throw new TypeError(`${kind} is not open`);
  return database;
};
const queueOf = (kind: 'embedded' | 'postgres'): JobQueue => {
  const queue = queues[kind];
  if (queue === undefined) throw new TypeError(`${kind} has no queue`);
  return queue;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-store-'));
  postgres = await startPostgres();
  databases.embedded = await openEmbeddedDatabase({ folder });
  databases.postgres = openPostgres({ url: postgres.url, poolSize: 8 });
  for (const kind of ['embedded', 'postgres'] as const) {
    await migrateDatabase(databaseOf(kind));
    queues[kind] = await createJobQueue(databaseOf(kind));
  }
}, 60_000);

afterAll(async () => {
  for (const kind of ['embedded', 'postgres'] as const) {
    await queues[kind]?.stop();
    await databases[kind]?.close();
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

for (const kind of ['embedded', 'postgres'] as const) {
  storeContract(kind, () => createStoreHarness(databaseOf(kind), queueOf(kind)), { describe, it, expect });

  describe(`a store on ${kind}`, () => {
    const openStore = async (): Promise<Store> =>
      (await createStoreHarness(databaseOf(kind), queueOf(kind))).store;

    it('refuses at once a transaction inside of a transaction, where it would wait for itself', async () => {
      const store = await openStore();
      const nested = store.transaction(async (tx) => {
        await tx.proofs.insertOnce('outer', 1);
        await store.transaction((inner) => inner.proofs.insertOnce('inner', 1));
      });
      await expect(nested).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(await store.transaction((tx) => tx.proofs.insertOnce('outer', 1))).toBe(true);
    });

    it('refuses a query of its database inside of a transaction, and allows it to what outlives one', async () => {
      const store = await openStore();
      const query = () => databaseOf(kind).kysely.selectFrom('proofs').selectAll().execute();
      let later: Promise<unknown> | undefined;
      await store.transaction(async () => {
        await expect(query()).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
        later = new Promise((resolve) => setTimeout(resolve, 50)).then(query);
      });
      expect(await later).toEqual([]);
    });

    it('does not commit a transaction that went on after one of its statements had failed', async () => {
      const store = await openStore();
      const row = { id: 'li', operatorId: 'nobody-of-that-id', expiresAtMs: 1 };
      const swallowed = store.transaction(async (tx) => {
        await tx.proofs.insertOnce('before', 1);
        await tx.operators.insertSignIn(row).catch(() => undefined);
      });
      await expect(swallowed).rejects.toMatchObject({ code: 'HOST_ERROR' });
      expect(await store.transaction((tx) => tx.proofs.insertOnce('before', 1))).toBe(true);
    });

    it('names the constraint of a refused statement and none of its values', async () => {
      const store = await openStore();
      const row = { id: 'secret-id', operatorId: 'secret-operator', expiresAtMs: 1 };
      const error = await store
        .transaction((tx) => tx.operators.insertSignIn(row))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'HOST_ERROR', cause: { sqlState: '23503' } });
      const everything = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack ?? ''}`;
      expect(everything).toContain('sign_ins_operator_id_fkey');
      expect(everything).not.toContain('secret');
    });

    it('refuses a value that a column can not hold as a bad argument', async () => {
      const store = await openStore();
      const broken = store.transaction((tx) => tx.proofs.insertOnce('a\u0000b', 1));
      await expect(broken).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    });

    it('answers statements that were started at once inside of one transaction', async () => {
      const store = await openStore();
      const names = ['a', 'b', 'c', 'd'];
      const counted = await store.transaction((tx) =>
        Promise.all(names.map((name) => tx.proofs.insertOnce(name, 1))),
      );
      expect(counted).toEqual([true, true, true, true]);
    });

    it('does not take text for SQL', async () => {
      const store = await openStore();
      const hostile = `x'; DROP TABLE huoti.proofs; --`;
      await store.transaction(async (tx) => {
        expect(await tx.proofs.insertOnce(hostile, 1)).toBe(true);
        expect(await tx.attempts.countedSince(hostile, 0)).toEqual([]);
        await tx.attempts.lock([hostile, '{"a",b}', "'"]);
        expect(await tx.sessions.list({ reason: hostile, subject: hostile })).toEqual([]);
        expect(await tx.proofs.insertOnce(hostile, 1)).toBe(false);
      });
    });
  });
}

describe('a store on Postgres', () => {
  it('runs a transaction again that gave way in a deadlock', async () => {
    const { store } = await createStoreHarness(databaseOf('postgres'), queueOf('postgres'));
    let runs = 0;
    let arrived = 0;
    let letGo: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const crossing = (first: string, second: string): Promise<void> =>
      store.transaction(async (tx) => {
        runs += 1;
        await tx.attempts.lock([first]);
        arrived += 1;
        if (arrived === 2) letGo();
        await both;
        await tx.attempts.lock([second]);
        await tx.proofs.insertOnce(`${first}-${second}`, 1);
      });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(runs).toBe(3);
    await store.transaction(async (tx) => {
      expect(await tx.proofs.insertOnce('a-b', 1)).toBe(false);
      expect(await tx.proofs.insertOnce('b-a', 1)).toBe(false);
    });
  });

  it('is busy, and says nothing of the address, where nobody listens', async () => {
    const database = openPostgres({ url: 'postgres://u:secret@127.0.0.1:1/x', connectTimeoutMs: 500 });
    const store = createSqlStore({ database, jobs: queueOf('postgres') });
    const error = await store.transaction(async () => undefined).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HuotiError);
    expect(error).toMatchObject({ code: 'BUSY', retryable: true });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('secret');
    await database.close();
    await expect(store.transaction(async () => undefined)).rejects.toMatchObject({ code: 'DISPOSED' });
  });

  it('gives up a wait for a lock in time instead of holding a connection for ever', async () => {
    const impatient = openPostgres({ url: postgres.url, lockTimeoutMs: 100, poolSize: 2 });
    const store = createSqlStore({ database: impatient, jobs: queueOf('postgres') });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let hold: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => {
      hold = resolve;
    });
    const first = store.transaction(async (tx) => {
      await tx.attempts.lock(['scope']);
      hold();
      await held;
    });
    await holding;
    const second = store.transaction((tx) => tx.attempts.lock(['scope']));
    await expect(second).rejects.toMatchObject({ code: 'BUSY', retryable: true });
    release();
    await first;
    await impatient.close();
  });
});
