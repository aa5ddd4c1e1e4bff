import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOON } from '@huoti/server/testing';
import type { StoreTransaction } from '@huoti/server';
import { startPostgres, type TestPostgres } from '../../test/support/startPostgres.js';
import { createSqlStore } from './createSqlStore.js';
import { openPostgres } from './openPostgres.js';
import { migrateDatabase } from './schema/migrateDatabase.js';
import { withConnection } from './sql/withConnection.js';
import { createSqlDatabase, type SqlDatabase } from './SqlDatabase.js';
import type { SqlSource } from './sql/SqlSource.js';

/** Enough that reading a whole table is never the cheapest way to a few of its rows. */
const ROWS = 20_000;
const GROWING =
  /Seq Scan on (sessions|parts|verdicts|consents|attempts|proofs|blobs|webhook_deliveries|data_keys|face_references|subjects|guardian_consents|rights_cases|deletions|audit_entries)/;

let postgres: TestPostgres;
let database: SqlDatabase;
const seen: { text: string; values: readonly unknown[] }[] = [];

/** The same source, and a note of every statement that passes. */
const noting = (source: SqlSource): SqlSource => ({
  kind: source.kind,
  close: () => source.close(),
  async connect() {
    const connection = await source.connect();
    return {
      get broken() {
        return connection.broken;
      },
      query(text, values) {
        seen.push({ text, values });
        return connection.query(text, values);
      },
      script: (text) => connection.script(text),
      release: () => connection.release(),
    };
  },
});

beforeAll(async () => {
  postgres = await startPostgres();
  database = createSqlDatabase(noting(openPostgres({ url: postgres.url }).source));
  await migrateDatabase(database);
  await withConnection(database.source, (connection) =>
    connection.script(`
      INSERT INTO huoti.sessions (id, client_id, subject, policy, policy_name, state, issued_at_ms, expires_at_ms, token_hash,
          reveals, completed_at_ms, decided_at_ms, reference_id, age_band)
        SELECT 's' || n, 'c' || n % 5, 'p' || n, '{}', 'default',
          CASE WHEN n % 1000 = 0 THEN 'issued' WHEN n % 1000 = 1 THEN 'completed' ELSE 'decided' END,
          ${String(NOON)} - n * 1000, ${String(NOON)} - n * 1000, '', '[]', ${String(NOON)} - n * 1000, ${String(NOON)} - n * 1000,
          'f' || n, CASE WHEN n % 50 = 0 THEN 'child' END
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.parts
        SELECT 's' || n, 'picture-1-' || n % 10, '', 1, 'b' || n, ${String(NOON)} - n * 1000 FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.attempts
        SELECT 'scope' || n, 's' || n, 'failed', ${String(NOON)} - n * 1000 FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.proofs SELECT 'p' || n, ${String(NOON)} - n * 1000 FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.verdicts SELECT 's' || n, 'v' || n, 'c', true, 'recomputed', NULL, NULL, false, '[]', '{}', '{}', '{}', 1, 1
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.webhook_deliveries SELECT 'd' || n, 'e', 'c', 's' || n, 'session.decided', 'delivered', 1, n, NULL, n
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.consents (receipt_id, session_id, client_id, subject, level, policy_version, text_hash, language, recorded_at_ms)
        SELECT 'r' || n, 's' || n, 'c' || n % 5, 'p' || n, 'none', '1', '', 'en', ${String(NOON)} - n * 1000
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.face_references (client_id, id, subject, model, template, data_key_id, created_at_ms)
        SELECT 'c' || n % 5, 'f' || n, CASE WHEN n % 2 = 0 THEN 'p' || n END, 'sface', '', 'k' || n, ${String(NOON)} - n * 1000
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.subjects SELECT 'c' || n % 5, 'p' || n, 'k' || n, 1, NULL, NULL, NULL, ${String(NOON)} - n * 1000
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.guardian_consents
        SELECT 'g' || n, 'c' || n % 5, 'p' || n, 'g', 'd', 'none', '1', '', 'en', 1, ${String(NOON)} - n * 1000, NULL, NULL
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.rights_cases SELECT 'x' || n, 'c' || n % 5, 'p' || n, 'access',
          CASE WHEN n % 1000 = 0 THEN 'open' ELSE 'done' END, 1, n, CASE WHEN n % 1000 = 0 THEN NULL ELSE n END, NULL, NULL, NULL
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.deletions SELECT 'd' || n, 'c' || n % 5, CASE WHEN n % 1000 = 0 THEN 'p' || n END, '', NULL,
          CASE WHEN n % 1000 = 0 THEN 'running' ELSE 'done' END, n, n, '{}', n
        FROM generate_series(1, ${String(ROWS)}) AS n;
      INSERT INTO huoti.audit_entries (at_ms, actor, action, object, facts, pseudonym, chain_seq, chain_hash)
        SELECT n, 'system', 'session-decide', 's' || n, '{}', 'h' || n, CASE WHEN n < 19900 THEN n END, ''
        FROM generate_series(1, ${String(ROWS)}) AS n;
      ANALYZE`),
  );
}, 60_000);
afterAll(async () => {
  await database.close();
  await postgres.stop();
});

const asked: readonly (readonly [string, (tx: StoreTransaction) => Promise<unknown>])[] = [
  ['a page of the list', (tx) => tx.sessions.list({ limit: 20 })],
  [
    'a later page',
    (tx) => tx.sessions.list({ limit: 20, before: { issuedAtMs: NOON - 9_000_000, id: 's9000' } }),
  ],
  ['a page of one client', (tx) => tx.sessions.list({ clientId: 'c3', limit: 20 })],
  ['sessions of one subject', (tx) => tx.sessions.list({ clientId: 'c3', subject: 'p3' })],
  ['overdue sessions', (tx) => tx.sessions.overdue(NOON, 100)],
  ['undecided sessions', (tx) => tx.sessions.undecided(NOON, 100)],
  ['old sessions', (tx) => tx.sessions.endedBefore(NOON - 19_900_000, 100, { except: ['x'] })],
  ['counts of a minute', (tx) => tx.sessions.countByDay(NOON - 60_000, NOON)],
  ['counts of a minute of one client', (tx) => tx.sessions.countByDay(NOON - 60_000, NOON, 'c1')],
  ['deleting a session', (tx) => tx.sessions.delete('s77')],
  ['pictures past their time', (tx) => tx.parts.ofEndedSessions(NOON - 19_900_000, 'pictures', 100)],
  ['a blob that something refers to', (tx) => tx.parts.isReferenced('b77')],
  ['tries of a scope', (tx) => tx.attempts.countedSince('scope77', 0)],
  ['settling tries', (tx) => tx.attempts.settle('s77', 'passed')],
  ['deleting old tries', (tx) => tx.attempts.deleteBefore(NOON - 19_999_000)],
  ['deleting old proofs', (tx) => tx.proofs.deleteExpired(NOON - 19_999_000)],
  ['due notices', (tx) => tx.webhooks.due(NOON, 100)],
  ['dead notices', (tx) => tx.webhooks.dead('c', 100)],
  ['sessions of one face', (tx) => tx.sessions.list({ clientId: 'c3', referenceId: 'f3' })],
  [
    'old sessions of children',
    (tx) => tx.sessions.endedBefore(NOON - 19_900_000, 100, { except: ['x'] }, 'children'),
  ],
  ['tries of a deleted scope', (tx) => tx.attempts.deleteOfScope('scope77')],
  ['tries of a deleted session', (tx) => tx.attempts.deleteOfSession('s77')],
  ['receipts of a person', (tx) => tx.consents.list('c3', 'p3')],
  ['taking back receipts', (tx) => tx.consents.withdraw('c3', 'p3', NOON)],
  ['deleting receipts of a person', (tx) => tx.consents.deleteOf('c3', 'p3')],
  ['deleting receipts of a session', (tx) => tx.consents.deleteOfSession('s77')],
  ['old receipts', (tx) => tx.consents.recordedBefore(NOON - 19_900_000, 100, 'others')],
  ['faces of a person', (tx) => tx.references.listOf('c3', 'p3')],
  ['old faces', (tx) => tx.references.keptSince(NOON - 19_900_000, 100, 'others')],
  ['old faces of children', (tx) => tx.references.keptSince(NOON - 19_900_000, 100, 'children')],
  ['a person', (tx) => tx.subjects.getForUpdate('c3', 'p3')],
  ['people not looked at', (tx) => tx.subjects.notLookedAtSince(NOON, 100)],
  ['whether a person is named', (tx) => tx.subjects.isNamed('c3', 'p3')],
  ["a minor's papers", (tx) => tx.guardianConsents.list('c3', 'p3')],
  ["taking back a minor's papers", (tx) => tx.guardianConsents.withdraw('c3', 'p3', NOON)],
  ["deleting a minor's papers", (tx) => tx.guardianConsents.deleteOf('c3', 'p3')],
  ['old papers of minors', (tx) => tx.guardianConsents.recordedBefore(NOON - 19_900_000, 100, 'others')],
  ['cases that are due', (tx) => tx.rightsCases.list({ limit: 20 })],
  ['cases of one client', (tx) => tx.rightsCases.list({ clientId: 'c3', limit: 20 })],
  ['cases of one person', (tx) => tx.rightsCases.list({ clientId: 'c3', subject: 'p3' })],
  ['counting open cases', (tx) => tx.rightsCases.countOpen(NOON)],
  ['old cases', (tx) => tx.rightsCases.closedBefore(100, 100, 'others')],
  ['the deletion of a person', (tx) => tx.deletions.running('c0', 'p1000')],
  ['deletions that run', (tx) => tx.deletions.unfinished(100)],
  ['deletions of one client', (tx) => tx.deletions.list({ clientId: 'c3', limit: 20 })],
  ['old deletions', (tx) => tx.deletions.doneBefore(100, 100, 100)],
  ['entries about a person', (tx) => tx.audit.list({ pseudonym: 'h77' })],
  ["the chain's head", (tx) => tx.auditChain.head()],
  ['entries not chained', (tx) => tx.auditChain.unchained(50)],
  ['entries of the chain', (tx) => tx.auditChain.read(77, 50)],
  ['cutting the chain', (tx) => tx.auditChain.cut(77)],
];

describe('on tables that have grown, Postgres reads by an index', () => {
  it.each(asked)('%s', async (_, ask) => {
    const queue = {
      enqueue: async () => undefined,
      dropOfSession: async () => 0,
      committed: () => undefined,
    };
    const store = createSqlStore({ database, jobs: queue });
    seen.length = 0;
    await store.transaction(ask);
    const statements = seen.filter(({ text }) => /^(select|update|delete)/i.test(text));
    expect(statements.length).toBeGreaterThan(0);
    await withConnection(database.source, async (connection) => {
      for (const { text, values } of statements) {
        const { rows } = await connection.query(`EXPLAIN ${text}`, values);
        expect(rows.map((row) => String(row['QUERY PLAN'])).join('\n')).not.toMatch(GROWING);
      }
    });
  });

  it('and a foreign key is followed by one, when a session is deleted', async () => {
    await withConnection(database.source, async (connection) => {
      const { rows } = await connection.query(
        `SELECT conrelid::regclass::text AS child, EXISTS (
            SELECT 1 FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1]) AS indexed
          FROM pg_constraint WHERE contype = 'f' AND confrelid = 'huoti.sessions'::regclass`,
        [],
      );
      expect(rows.length).toBeGreaterThan(3);
      expect(rows.filter((row) => row['indexed'] !== true)).toEqual([]);
    });
  });
});
