// What the chain costs whoever writes into the audit log: writes a second of eight writers on a Postgres, without the chain, with a chain
// that follows them each second, and with one that is made inside of each transaction, which is what was decided against.
//
//   npx tsc -b && node scripts/measureAuditChain.mjs postgres://user:password@host/empty-database
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chainAudit, createSigner, createSigningKey, entryHash } from '@huoti/server';
import { openPostgres } from '../dist/storage/openPostgres.js';
import { createSqlStore } from '../dist/storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../dist/storage/openEmbeddedDatabase.js';
import { migrateDatabase } from '../dist/storage/schema/migrateDatabase.js';

const WRITERS = 8;
const RUN_MS = Number(process.env.RUN_MS ?? 10_000);
const GENESIS = '710d0527d121d64822374a35f5354de41c5998dda1f9f250a63837a2c8b8c2b9';

const time = { nowMs: () => Date.now() };
const auditSigner = await createSigner({
  issuer: 'https://huoti.example',
  keys: [await createSigningKey()],
  use: 'audit',
});
const row = () => ({
  atMs: Date.now(),
  actor: 'key:aaaaaaaaaaaaaaaaaaaaaa',
  action: 'session-issue',
  object: 'bbbbbbbbbbbbbbbbbbbbbb',
  pseudonym: 'ab'.repeat(32),
  facts: { policy: 'default' },
});

/** Writes for a while; `work` is one transaction. */
async function writesASecond(store, work, beside = async () => undefined) {
  const stop = performance.now() + RUN_MS;
  let count = 0;
  const writer = async () => {
    while (performance.now() < stop) {
      await store.transaction(work);
      count += 1;
    }
  };
  await Promise.all([beside(stop), ...Array.from({ length: WRITERS }, writer)]);
  return count / (RUN_MS / 1000);
}

async function measure(name, database) {
  await migrateDatabase(database);
  const jobs = { enqueue: async () => undefined, committed: () => undefined };
  const store = createSqlStore({ database, jobs });
  const context = { store, time, auditSigner };
  const append = (tx) => tx.audit.append(row());
  // Warm.
  await writesASecond(store, append);
  const plain = await writesASecond(store, append);
  const began = performance.now();
  let chained = 0;
  for (let more = true; more; ) {
    const done = await chainAudit(context, { signNow: true });
    chained += done.chained;
    more = done.more;
  }
  const backlog = chained / ((performance.now() - began) / 1000);
  const after = await writesASecond(store, append, async (stop) => {
    while (performance.now() < stop) {
      if (!(await chainAudit(context)).more) await wait(1000);
    }
  });
  while ((await chainAudit(context, { signNow: true })).more);
  const within = await writesASecond(store, async (tx) => {
    await tx.auditChain.lock();
    const { seq, hash } = (await tx.auditChain.head()) ?? { seq: 0, hash: GENESIS };
    const entry = row();
    await tx.audit.append(entry);
    const [written] = await tx.auditChain.unchained(1);
    await tx.auditChain.chain([{ id: written.id, seq: seq + 1, hash: entryHash(hash, seq + 1, entry) }]);
  });
  const round = (value) => Math.round(value);
  console.log(
    `${name}: writes a second ${round(plain)} without, ${round(after)} with the chain behind, ${round(within)} with the chain inside; a backlog of ${chained} was chained at ${round(backlog)} a second`,
  );
}

const url = process.argv[2];
if (url !== undefined) {
  const server = openPostgres({ url, poolSize: WRITERS + 2, onLost: () => undefined });
  await measure('Postgres', server);
  await server.close();
}
const folder = mkdtempSync(join(tmpdir(), 'huoti-measure-'));
const embedded = await openEmbeddedDatabase({ folder });
await measure('embedded', embedded);
await embedded.close();
rmSync(folder, { recursive: true, force: true });
