import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chainAudit, createSigner, createSigningKey, verifyAudit, type ServerContext } from '@huoti/server';
import { readAuditLog } from '@huoti/server/testing';
import { createSqlStore } from '../../src/storage/createSqlStore.js';
import { openPostgres } from '../../src/storage/openPostgres.js';
import { migrateDatabase } from '../../src/storage/schema/migrateDatabase.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';
import { startPostgres, type TestPostgres } from '../support/startPostgres.js';

const TOO_LONG_MS = 180_000;
const PROCESSES = 3;
const WRITERS = 4;
const ENTRIES = 60;

let postgres: TestPostgres;
const databases: SqlDatabase[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
}, TOO_LONG_MS);
afterAll(async () => {
  for (const database of databases) await database.close();
  await postgres.stop();
}, TOO_LONG_MS);

type ChainContext = Pick<ServerContext, 'store' | 'time' | 'auditSigner'>;

/** A context as a process of its own has it: with connections of its own. */
async function openContext(auditSigner: ServerContext['auditSigner']): Promise<ChainContext> {
  const database = openPostgres({ url: postgres.url, poolSize: 3, onLost: () => undefined });
  databases.push(database);
  await migrateDatabase(database);
  const jobs = {
    enqueue: async () => undefined,
    dropOfSession: async () => 0,
    committed: () => undefined,
  };
  const time = { nowMs: () => Date.now() };
  return { store: createSqlStore({ database, jobs }), time, auditSigner };
}

it(
  'several processes that chain on one Postgres, while others write, make one chain of all entries',
  async () => {
    const auditSigner = await createSigner({
      issuer: 'https://huoti.example',
      keys: [await createSigningKey()],
      use: 'audit',
    });
    const contexts: ChainContext[] = [];
    for (let count = 0; count < PROCESSES; count += 1) contexts.push(await openContext(auditSigner));
    const [first] = contexts;
    if (!first) throw new TypeError('a context');
    let writing = WRITERS;
    const writer = async (name: number): Promise<void> => {
      for (let at = 0; at < ENTRIES; at += 1) {
        const facts = { at };
        const row = { actor: 'system', action: 'picture-view', object: `${name}`, pseudonym: null, facts };
        await first.store.transaction((tx) => tx.audit.append({ atMs: first.time.nowMs(), ...row }));
      }
      writing -= 1;
    };
    const chainer = async (context: ChainContext): Promise<number> => {
      let chained = 0;
      while (writing > 0) chained += (await chainAudit(context)).chained;
      return chained;
    };
    const [counts] = await Promise.all([
      Promise.all(contexts.map(chainer)),
      ...Array.from({ length: WRITERS }, (_, name) => writer(name)),
    ]);
    await Promise.all(contexts.map((context) => chainAudit(context, { signNow: true })));
    const found = await verifyAudit({ ...(await readAuditLog(first.store)), keys: auditSigner.jwks().keys });
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({
      ok: true,
      entries: WRITERS * ENTRIES,
      unchained: 0,
      signedSeq: WRITERS * ENTRIES,
    });
    // It was a race, and no one of them did it all.
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
  },
  TOO_LONG_MS,
);
