import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '@huoti/server';
import { createSqlStore } from '../createSqlStore.js';
import { openEmbeddedDatabase } from '../openEmbeddedDatabase.js';
import { withConnection } from '../sql/withConnection.js';
import type { SqlDatabase } from '../SqlDatabase.js';
import { m0001Sessions } from './migrations/m0001Sessions.js';
import { m0002Service } from './migrations/m0002Service.js';
import { m0003Platform } from './migrations/m0003Platform.js';
import { m0004Privacy } from './migrations/m0004Privacy.js';

let folder: string;
let database: SqlDatabase;
let store: Store;

const run = (statements: readonly string[]): Promise<unknown> =>
  withConnection(database.source, (connection) => connection.script(statements.join(';')));
/** As the release before writes: it knows no column of this one. */
const written = (id: string): readonly string[] => [
  `INSERT INTO huoti.sessions (id, client_id, subject, reference_id, policy, policy_name, state, issued_at_ms, expires_at_ms, token_hash, reveals)
    VALUES ('${id}', 'bank', 'anna', 'face-${id}', '{"name":"default"}', 'default', 'decided', 1, 2, '', '[]')`,
  `INSERT INTO huoti.consents (receipt_id, session_id, client_id, subject, level, policy_version, text_hash, language, recorded_at_ms)
    VALUES ('r-${id}', '${id}', 'bank', 'anna', 'frames', '1', 'ab', 'zh-CN', 1)`,
  `INSERT INTO huoti.face_references (client_id, id, model, template, data_key_id, created_at_ms)
    VALUES ('bank', 'face-${id}', 'sface', '\\x01', 'k', 1)`,
  `INSERT INTO huoti.audit_entries (at_ms, actor, action, object, facts)
    VALUES (1, 'key:1', 'reference-enrol', 'bank/face-${id}', '{}'), (1, 'system', 'session-decide', 'bank/x', '{}')`,
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-migrated-'));
  database = await openEmbeddedDatabase({ folder });
  await run(['CREATE SCHEMA huoti', ...m0001Sessions, ...m0002Service, ...m0003Platform]);
  await run(written('before'));
  await run(m0004Privacy);
  // While the new release is rolled out, a process of the one before still runs.
  await run(written('beside'));
  const jobs = { enqueue: async () => undefined, dropOfSession: async () => 0, committed: () => undefined };
  store = createSqlStore({ database, jobs });
}, 60_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('migration 0004', () => {
  it.each(['before', 'beside'])('reads what the release before wrote %s it', async (id) => {
    await store.transaction(async (tx) => {
      expect(await tx.sessions.get(id)).toMatchObject({
        ...{ subject: 'anna', ageBand: null, guardianReceiptId: null, legalGround: null },
      });
      // Of an empty inventory: no notice is made of that, so no new session runs on it.
      expect(await tx.consents.get(`r-${id}`)).toMatchObject({
        ...{ inventoryHash: '', choices: {}, ageBand: 'adult', guardianReceiptId: null, withdrawnAtMs: null },
      });
      expect(await tx.references.get('bank', `face-${id}`)).toMatchObject({
        ...{ subject: `face-${id}`, turnKeyId: null },
      });
      expect((await tx.references.listOf('bank', `face-${id}`)).length).toBe(1);
    });
  });

  it('lets the release before delete a session, and keeps its receipt', async () => {
    await run([`DELETE FROM huoti.sessions WHERE id = 'beside'`]);
    expect(await store.transaction((tx) => tx.consents.get('r-beside'))).not.toBeNull();
  });

  it('takes the ids of enrolled faces out of the log, and nothing else', async () => {
    const entries = await store.transaction((tx) => tx.audit.list({}));
    const objects = entries.map(({ object }) => object).reverse();
    // The last two were written afterwards, by the release before.
    expect(objects.slice(0, 2)).toEqual(['bank', 'bank/x']);
    const waiting = await store.transaction((tx) => tx.auditChain.unchained(9));
    expect(waiting).toHaveLength(4);
  });
});
