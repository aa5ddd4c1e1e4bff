import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSigner } from '../signing/createSigner.js';
import { createSigningKey } from '../signing/createSigningKey.js';
import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { readAuditLog } from '../testing/readAuditLog.js';
import { AUDIT_GENESIS } from './auditGenesis.js';
import { HEAD_EVERY_MS } from './auditLimits.js';
import { chainAudit } from './chainAudit.js';
import { cutAudit } from './cutAudit.js';
import { entryHash } from './entryHash.js';
import { verifyAudit } from './verify/verifyAudit.js';
import { writeAudit } from './writeAudit.js';

let context: TestContext;
let logged: AuditHeadRow[];

beforeEach(async () => {
  logged = [];
  context = { ...(await createTestContext()), onAuditHead: (head) => void logged.push(head) };
});

const write = (count: number, from = 0) =>
  context.store.transaction(async (tx) => {
    for (let at = 0; at < count; at += 1) {
      const facts = { tries: from + at, last: null };
      await writeAudit(tx, context, { action: 'webhook-dead', object: `delivery-${from + at}`, facts });
    }
  });
const keysOf = ({ auditSigner }: TestContext) => auditSigner.jwks().keys;
const verify = async () =>
  verifyAudit({
    ...(await readAuditLog(context.store)),
    keys: keysOf(context),
    loggedHeads: logged.map(({ jws }) => jws),
  });

describe('the chain of the audit log', () => {
  it('hashes each entry on top of the one before it, from a beginning that is written down', async () => {
    await write(2);
    expect(await chainAudit(context)).toMatchObject({ chained: 2, more: false, broken: null });
    const { entries } = await readAuditLog(context.store);
    const row = {
      atMs: context.time.nowMs(),
      actor: 'system',
      action: 'webhook-dead',
      object: 'delivery-0',
      pseudonym: null,
      facts: { tries: 0, last: null },
    };
    const first = entryHash(AUDIT_GENESIS, 1, row);
    const second = entryHash(first, 2, {
      ...row,
      object: 'delivery-1',
      // The order in which a database gives names back is none of ours.
      facts: { last: null, tries: 1 },
    });
    expect(entries.map(({ seq, hash }) => [seq, hash])).toEqual([
      [1, first],
      [2, second],
    ]);
    expect(AUDIT_GENESIS).toBe('710d0527d121d64822374a35f5354de41c5998dda1f9f250a63837a2c8b8c2b9');
  });

  it('gives the hash that docs/audit-log.md has, made there by a shell', () => {
    const entry = {
      atMs: 1_768_478_400_000,
      actor: 'operator:x',
      action: 'picture-view',
      object: 'a/picture-1-4',
      pseudonym: null,
      facts: { reason: 'case 4711' },
    };
    const hash = '0b17a4f5c5956fec67f30f30b2a3b8f015121af167e4a7ba6600a966600f872c';
    expect(entryHash(AUDIT_GENESIS, 1, entry)).toBe(hash);
    const page = readFileSync(new URL('../../../../docs/audit-log.md', import.meta.url), 'utf8');
    expect(page).toContain(hash);
    expect(page).toContain(AUDIT_GENESIS);
  });

  it('has a signed head over every hundredth entry, and no entry more behind it until it is signed', async () => {
    await write(250);
    expect(await chainAudit(context)).toMatchObject({ chained: 250, broken: null });
    const { heads } = await readAuditLog(context.store);
    expect(heads.map(({ seq }) => seq)).toEqual([100, 200]);
    expect(logged).toEqual(heads);
    expect(await verify()).toMatchObject({ ok: true, entries: 250, signedSeq: 200, lastSeq: 250 });
  });

  it('has a head of what is new when the last one is an hour old, and none while nothing is new', async () => {
    await write(1);
    await chainAudit(context);
    expect(logged).toHaveLength(1);
    await write(1, 1);
    context.time.advanceBy(HEAD_EVERY_MS - 1);
    await chainAudit(context);
    expect(logged).toHaveLength(1);
    context.time.advanceBy(1);
    await chainAudit(context);
    expect(logged.map(({ seq }) => seq)).toEqual([1, 2]);
    context.time.advanceBy(10 * HEAD_EVERY_MS);
    expect(await chainAudit(context)).toEqual({ chained: 0, heads: [], more: false, broken: null });
  });

  it('is signed to its end when a process ends', async () => {
    await write(1);
    await chainAudit(context);
    await write(3, 1);
    await chainAudit(context, { signNow: true });
    expect(await verify()).toMatchObject({ ok: true, signedSeq: 4, lastSeq: 4 });
  });

  it('is one chain when several processes chain at once', async () => {
    await write(450);
    await Promise.all([1, 2, 3].map(() => chainAudit(context)));
    expect((await verify()).findings).toEqual([]);
    expect(await verify()).toMatchObject({ ok: true, entries: 450, unchained: 0 });
  });

  it('is done in parts, and can be stopped between them', async () => {
    await write(350);
    expect(await chainAudit(context, { limit: 100 })).toMatchObject({ chained: 100, more: true });
    await expect(chainAudit(context, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ABORTED',
    });
    expect(await chainAudit(context)).toMatchObject({ chained: 250, more: false });
    expect(await verify()).toMatchObject({ ok: true, entries: 350 });
  });

  it('goes on under a new key whose file keeps the old one, and stops under a key that knows nothing of it', async () => {
    const [old, fresh] = [await createSigningKey(), await createSigningKey({ alg: 'EdDSA' })];
    const signed = async (keys: (typeof old)[]) => ({
      ...context,
      auditSigner: await createSigner({ issuer: 'https://huoti.example', keys, use: 'audit' }),
    });
    context = await signed([old]);
    await write(120);
    await chainAudit(context);
    context = await signed([fresh, old]);
    await write(120, 120);
    await chainAudit(context);
    expect(await verify()).toMatchObject({ ok: true, signedSeq: 200 });
    context = await signed([await createSigningKey()]);
    await write(1);
    expect((await chainAudit(context)).broken).toMatch(/keep old keys in the audit key file/);
  });

  it.each([
    // Whoever owns the database makes the last signed entry's hash anew, so that the next head vouches for what they wrote.
    [
      'the last signed entry has another hash',
      () => {
        context.store.tables.auditPlaces.set(99, { seq: 100, hash: 'f'.repeat(64) });
      },
    ],
    [
      'the end behind a head is gone',
      () => {
        context.store.tables.auditPlaces.delete(149);
        context.store.tables.audit.delete(149);
        context.store.tables.auditPlaces.delete(99);
        for (let id = 90; id < 150; id += 1) context.store.tables.audit.delete(id);
        for (let id = 90; id < 150; id += 1) context.store.tables.auditPlaces.delete(id);
      },
    ],
    ['all heads are gone', () => context.store.tables.auditHeads.clear()],
  ])('is not signed on where %s', async (_, attack) => {
    await write(150);
    await chainAudit(context);
    context.store.tables.auditHeads.delete(150);
    attack();
    await write(1, 150);
    const { broken, heads, chained } = await chainAudit(context);
    expect(broken).not.toBeNull();
    expect([chained, heads]).toEqual([0, []]);
  });
});

describe('cutAudit', () => {
  it('takes away what was signed before a time, and what is left is proven from the head it was cut at', async () => {
    await write(150);
    await chainAudit(context, { signNow: true });
    context.time.advanceBy(1000);
    await write(100, 150);
    await chainAudit(context);
    expect(await cutAudit(context, { beforeMs: context.time.nowMs() })).toBe(150);
    // Also in the second before the entry that tells of it is chained.
    expect(await verify()).toMatchObject({ ok: true, firstSeq: 151, unchained: 1 });
    await chainAudit(context, { signNow: true });
    expect((await verify()).findings).toEqual([]);
    expect(await verify()).toMatchObject({ ok: true, firstSeq: 151, entries: 101, lastSeq: 251 });
    expect(await cutAudit(context, { beforeMs: context.time.nowMs() })).toBe(0);
  });

  it('can take all that there is, and the chain goes on behind it', async () => {
    await write(100);
    await chainAudit(context);
    context.time.advanceBy(1);
    expect(await cutAudit(context, { beforeMs: context.time.nowMs(), limit: 1 })).toBe(100);
    await chainAudit(context, { signNow: true });
    expect(await verify()).toMatchObject({ ok: true, firstSeq: 101, lastSeq: 101 });
  });

  it('takes nothing away of a log that somebody changed', async () => {
    await write(150);
    await chainAudit(context, { signNow: true });
    context.store.tables.auditPlaces.set(149, { seq: 150, hash: 'f'.repeat(64) });
    context.time.advanceBy(1);
    await write(1);
    expect(await cutAudit(context, { beforeMs: context.time.nowMs() })).toBe(0);
    expect((await readAuditLog(context.store)).entries).toHaveLength(151);
  });

  it('leaves what no head is signed over', async () => {
    await write(1);
    await chainAudit(context);
    await write(50);
    await chainAudit(context);
    context.time.advanceBy(1);
    expect(await cutAudit(context, { beforeMs: context.time.nowMs() })).toBe(1);
  });
});
