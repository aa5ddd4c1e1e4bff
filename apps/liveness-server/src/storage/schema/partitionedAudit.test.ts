import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { chainAudit, createSigner, createSigningKey, cutAudit, verifyAudit } from '@huoti/server';
import { readAuditLog } from '@huoti/server/testing';
import { createSqlStore } from '../createSqlStore.js';
import { openEmbeddedDatabase } from '../openEmbeddedDatabase.js';
import { withConnection } from '../sql/withConnection.js';
import type { SqlDatabase } from '../SqlDatabase.js';
import { m0001Sessions } from './migrations/m0001Sessions.js';
import { m0002Service } from './migrations/m0002Service.js';
import { m0003Platform } from './migrations/m0003Platform.js';
import { m0004Privacy } from './migrations/m0004Privacy.js';

const LONG_MS = 180_000;
/** The SQL of docs/scaling.md that partitions the audit log. */
const page = readFileSync(new URL('../../../../../docs/scaling.md', import.meta.url), 'utf8');
const partition = [...page.matchAll(/```sql\n(DO \$\$[\s\S]*?)```/g)].map(([, sql = '']) => sql)[1] ?? '';
/** As the page had it before there was a chain. */
const partitionBefore = partition
  .replace(/ {4}pseudonym text[\s\S]*?chain_hash text COLLATE "C",\n/, '')
  .replace(/ {2}-- Not unique[\s\S]*?pseudonym IS NOT NULL;\n/, '');

let opened: { folder: string; database: SqlDatabase } | null = null;
afterEach(async () => {
  await opened?.database.close();
  if (opened) rmSync(opened.folder, { recursive: true, force: true });
});

async function migrated(statements: readonly string[]): Promise<SqlDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'huoti-partitioned-'));
  const database = await openEmbeddedDatabase({ folder });
  opened = { folder, database };
  await withConnection(database.source, (connection) => connection.script(statements.join(';')));
  return database;
}

const before = ['CREATE SCHEMA huoti', ...m0001Sessions, ...m0002Service, ...m0003Platform];
it.each([
  ['that was partitioned by the page', [...before, ...m0004Privacy, partition]],
  ['that the release before had partitioned', [...before, partitionBefore, ...m0004Privacy]],
])(
  'the log of a database %s is chained over its partitions, and cut',
  async (_, statements) => {
    expect(partitionBefore).not.toContain('chain_seq');
    const database = await migrated(statements);
    const jobs = { enqueue: async () => undefined, dropOfSession: async () => 0, committed: () => undefined };
    const store = createSqlStore({ database, jobs });
    let nowMs = Date.now();
    const time = { nowMs: () => nowMs };
    const auditSigner = await createSigner({
      issuer: 'https://huoti.example',
      keys: [await createSigningKey()],
      use: 'audit',
    });
    const context = { store, time, auditSigner };
    for (let month = 0; month < 3; month += 1) {
      nowMs += 31 * 86_400_000;
      await store.transaction(async ({ audit }) => {
        for (let at = 0; at < 60; at += 1) {
          const row = { actor: 'system', action: 'x', object: `${month}/${at}`, pseudonym: null, facts: {} };
          await audit.append({ atMs: nowMs, ...row });
        }
      });
      await chainAudit(context, { signNow: true });
    }
    const verify = async () => verifyAudit({ ...(await readAuditLog(store)), keys: auditSigner.jwks().keys });
    expect(await verify()).toMatchObject({ ok: true, entries: 180, signedSeq: 180 });
    expect(await cutAudit(context, { beforeMs: nowMs })).toBe(120);
    expect(await verify()).toMatchObject({ ok: true, firstSeq: 121 });
  },
  LONG_MS,
);
