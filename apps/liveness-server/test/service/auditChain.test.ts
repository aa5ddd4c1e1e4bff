import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chainAudit,
  createSigner,
  createSigningKey,
  cutAudit,
  entryHash,
  verifyAudit,
  type AuditHeadRow,
} from '@huoti/server';
import { readAuditLog } from '@huoti/server/testing';
import { sql } from 'kysely';
import { openResources } from '../../src/app/openResources.js';
import type { Resources } from '../../src/app/Resources.js';
import { defaultSettings } from '../../src/config/defaultSettings.js';
import { createLogger } from '../../src/logging/createLogger.js';

const ENTRIES = 260;
const TOO_LONG_MS = 60_000;

let folder: string;
let resources: Resources;
const lines: string[] = [];

const run = (text: string) => sql.raw(text).execute(resources.database.kysely);
/** Hashes anew from a place on, as whoever owns the database does it. */
async function chainAnew(from: number): Promise<void> {
  const { store } = resources.context;
  const { entries } = await readAuditLog(store);
  let hash = entries.find(({ seq }) => seq === from - 1)?.hash ?? '';
  let place = from - 1;
  const links = entries.flatMap((entry) => {
    if (entry.seq === null || entry.seq < from) return [];
    place += 1;
    hash = entryHash(hash, place, entry);
    return [{ id: entry.id, seq: place, hash }];
  });
  await run(`UPDATE huoti.audit_entries SET chain_seq = NULL, chain_hash = NULL WHERE chain_seq >= ${from}`);
  await store.transaction((tx) => tx.auditChain.chain(links));
}
const verify = async ({ withLog = false } = {}) => {
  const { context } = resources;
  const loggedHeads = lines.flatMap((line) => (JSON.parse(line) as { head?: string }).head ?? []);
  return verifyAudit({
    ...(await readAuditLog(context.store)),
    keys: context.auditSigner.jwks().keys,
    loggedHeads: withLog ? loggedHeads : [],
  });
};
const foundIn = async (options?: { withLog?: boolean }) =>
  (await verify(options)).findings.map(({ kind, seq }) => `${kind} ${seq}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-audit-'));
  resources = await openResources(defaultSettings(folder), {
    logger: createLogger({ destination: { write: (line) => void lines.push(line) } }),
    publicUrl: 'http://localhost:1',
  });
  const { store, time } = resources.context;
  await store.transaction(async (tx) => {
    for (let at = 1; at <= ENTRIES; at += 1) {
      const facts = { kind: 'crop', share: 0.1 + 0.2, index: at };
      const pseudonym = at % 2 === 0 ? 'ab'.repeat(32) : null;
      const object = `picture "${at}" \u5f20`;
      await tx.audit.append({
        atMs: time.nowMs(),
        actor: 'system',
        action: 'picture-view',
        object,
        pseudonym,
        facts,
      });
    }
  });
  expect(await chainAudit(resources.context, { signNow: true })).toMatchObject({
    chained: ENTRIES,
    broken: null,
  });
  await run('CREATE TABLE huoti.kept_entries AS SELECT * FROM huoti.audit_entries');
  await run('CREATE TABLE huoti.kept_heads AS SELECT * FROM huoti.audit_heads');
}, TOO_LONG_MS);
afterAll(async () => {
  await resources.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await run('DELETE FROM huoti.audit_entries');
  await run('DELETE FROM huoti.audit_heads');
  await run('INSERT INTO huoti.audit_entries OVERRIDING SYSTEM VALUE SELECT * FROM huoti.kept_entries');
  await run('INSERT INTO huoti.audit_heads SELECT * FROM huoti.kept_heads');
});

describe('the audit log of a real database', () => {
  it('is proven as it was written, and its heads stand in the process log', async () => {
    expect(await verify({ withLog: true })).toMatchObject({ ok: true, entries: ENTRIES, signedSeq: ENTRIES });
    const events = lines.map((line) => JSON.parse(line) as { msg: string; seq: number; head: string });
    const { heads } = await readAuditLog(resources.context.store);
    expect(events).toMatchObject(
      heads.map(({ seq, jws }: AuditHeadRow) => ({ msg: 'audit-head', seq, head: jws })),
    );
    expect(heads.map(({ seq }) => seq)).toEqual([100, 200, ENTRIES]);
  });

  it.each([
    [
      'rewritten',
      `UPDATE huoti.audit_entries SET actor = 'key:other' WHERE chain_seq = 42`,
      ['entry-changed 42'],
    ],
    [
      'given another time',
      `UPDATE huoti.audit_entries SET at_ms = at_ms - 1 WHERE chain_seq = 7`,
      ['entry-changed 7'],
    ],
    [
      'given other facts',
      `UPDATE huoti.audit_entries SET facts = '{}' WHERE chain_seq = 7`,
      ['entry-changed 7'],
    ],
    [
      'put upon another person',
      `UPDATE huoti.audit_entries SET pseudonym = NULL WHERE chain_seq = 8`,
      ['entry-changed 8'],
    ],
    [
      'dropped from the middle',
      `DELETE FROM huoti.audit_entries WHERE chain_seq BETWEEN 50 AND 59`,
      ['entry-missing 50'],
    ],
    ['dropped from the end', `DELETE FROM huoti.audit_entries WHERE chain_seq > 250`, ['tail-missing 251']],
    ['dropped, all of them', `DELETE FROM huoti.audit_entries`, ['tail-missing 1']],
    [
      'dropped from the begin',
      `DELETE FROM huoti.audit_entries WHERE chain_seq <= 30`,
      ['start-missing 1', 'start-missing 1'],
    ],
    [
      'dropped from the begin, at a head',
      `DELETE FROM huoti.audit_entries WHERE chain_seq <= 100`,
      ['start-missing 1'],
    ],
  ])('shows that entries were %s', async (_, attack, found) => {
    await run(attack);
    expect(await foundIn()).toEqual(found);
  });

  it('shows that two entries changed places', async () => {
    await run(`UPDATE huoti.audit_entries SET chain_seq = -10 WHERE chain_seq = 10`);
    await run(`UPDATE huoti.audit_entries SET chain_seq = 10 WHERE chain_seq = 11`);
    await run(`UPDATE huoti.audit_entries SET chain_seq = 11 WHERE chain_seq = -10`);
    expect(await foundIn()).toEqual(['entry-changed 10', 'entry-changed 11', 'entry-changed 12']);
  });

  it('shows by the heads that everything from a place on was hashed anew', async () => {
    await run(`UPDATE huoti.audit_entries SET object = 'nothing' WHERE chain_seq = 120`);
    await chainAnew(120);
    expect(await foundIn()).toEqual(['head-mismatch 200', `head-mismatch ${ENTRIES}`]);
  });

  it('shows an entry that was put in, with all after it moved on and hashed anew', async () => {
    await run(`UPDATE huoti.audit_entries SET chain_seq = -chain_seq WHERE chain_seq >= 120`);
    await run(`UPDATE huoti.audit_entries SET chain_seq = 1 - chain_seq WHERE chain_seq < 0`);
    await run(`INSERT INTO huoti.audit_entries (at_ms, actor, action, object, facts, chain_seq, chain_hash)
      VALUES (1, 'system', 'alibi', 'x', '{}', 120, 'x')`);
    expect(await foundIn()).toContain('entry-changed 120');
    await chainAnew(120);
    expect(await foundIn()).toEqual(['head-mismatch 200', `head-mismatch ${ENTRIES}`]);
  });

  it('shows by the process log that a tail was cut off together with its heads', async () => {
    await run(`DELETE FROM huoti.audit_entries WHERE chain_seq > 200`);
    await run(`DELETE FROM huoti.audit_heads WHERE seq > 200`);
    // By the database alone this is how the log looked a while ago.
    expect(await foundIn()).toEqual([]);
    expect(await foundIn({ withLog: true })).toEqual(['tail-missing 201']);
  });

  it('shows a chain made anew from scratch, whether its heads are taken away or signed with another key', async () => {
    await run(`UPDATE huoti.audit_entries SET object = 'nothing' WHERE chain_seq = 1`);
    await run(`DELETE FROM huoti.audit_entries WHERE chain_seq = 2`);
    await run(`DELETE FROM huoti.audit_heads`);
    // The attacker's own service chains it all anew, with the attacker's own key.
    await run(`UPDATE huoti.audit_entries SET chain_seq = NULL, chain_hash = NULL`);
    const theirs = await createSigner({
      issuer: 'https://huoti.example',
      keys: [await createSigningKey()],
      use: 'audit',
    });
    await chainAudit({ ...resources.context, auditSigner: theirs, onAuditHead: () => undefined });
    expect(await foundIn()).toEqual([
      'head-forged 100',
      'head-missing 1',
      'head-forged 200',
      'head-missing 102',
    ]);
    expect(await foundIn({ withLog: true })).toContain('logged-head-mismatch 100');
    await run(`DELETE FROM huoti.audit_heads`);
    expect(await foundIn()).toEqual(['head-missing 1', 'head-missing 102']);
  });

  it('shows a head that was forged or signed again for another hash', async () => {
    await run(`UPDATE huoti.audit_heads SET hash = repeat('f', 64) WHERE seq = 100`);
    expect(await foundIn()).toEqual(['head-forged 100', 'head-missing 1']);
  });

  it('takes a begin that the service itself cut', async () => {
    const { context } = resources;
    expect(await cutAudit(context, { beforeMs: context.time.nowMs() + 1 })).toBe(ENTRIES);
    await chainAudit(context, { signNow: true });
    const { findings, firstSeq } = await verify();
    expect([findings, firstSeq]).toEqual([[], ENTRIES + 1]);
  });

  it('is not signed on over what was changed', async () => {
    await run(`UPDATE huoti.audit_entries SET object = 'nothing' WHERE chain_seq = ${ENTRIES}`);
    await chainAnew(ENTRIES);
    const { store, time } = resources.context;
    await store.transaction((tx) =>
      tx.audit.append({
        atMs: time.nowMs(),
        actor: 'system',
        action: 'x',
        object: 'x',
        pseudonym: null,
        facts: {},
      }),
    );
    expect((await chainAudit(resources.context)).broken).toMatch(/another hash/);
  });
});
