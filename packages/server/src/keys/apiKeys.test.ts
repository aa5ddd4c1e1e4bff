import { beforeEach, describe, expect, it } from '@jest/globals';
import { isSameDigest } from '../clients/isSameDigest.js';
import type { ApiScope } from '../ports/rows.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered } from '../testing/driveSession.js';
import { authenticateApiKey } from './authenticateApiKey.js';
import { createApiKey } from './createApiKey.js';
import { revokeApiKey } from './revokeApiKey.js';
import { rotateApiKey } from './rotateApiKey.js';

let context: TestContext;
const DAY_MS = 86_400_000;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const enter = (text: string, scope: ApiScope = 'sessions') =>
  authenticateApiKey(context, { authorization: `Bearer ${text}`, scope });

beforeEach(async () => {
  context = await createTestContext();
});

describe('API keys', () => {
  it('let their client in, and nobody else', async () => {
    const bank = await createApiKey(context, { clientId: 'bank' });
    const insurer = await createApiKey(context, { clientId: 'insurer' });
    expect(bank.text).toMatch(/^hk_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{43}$/);
    expect(answered(await enter(bank.text)).caller).toEqual({ keyId: bank.row.id, clientId: 'bank' });
    expect(answered(await enter(insurer.text)).caller.clientId).toBe('insurer');
  });

  it('are kept as a hash only', async () => {
    const { text } = await createApiKey(context, { clientId: 'bank' });
    const secret = text.slice(-43);
    expect(
      JSON.stringify([...context.store.tables.apiKeys.values(), ...context.store.tables.audit.values()]),
    ).not.toContain(secret);
  });

  it('do only what their scopes say', async () => {
    const { text } = await createApiKey(context, { clientId: 'bank', scopes: ['compare'] });
    expect(codeOf(await enter(text, 'compare'))).toBe('ok');
    expect(codeOf(await enter(text, 'references'))).toBe('FORBIDDEN');
  });

  it('end at their time', async () => {
    const expiresAtMs = context.time.nowMs() + 1000;
    const { text } = await createApiKey(context, { clientId: 'bank', expiresAtMs });
    context.time.advanceBy(999);
    expect(codeOf(await enter(text))).toBe('ok');
    context.time.advanceBy(1);
    expect(codeOf(await enter(text))).toBe('UNAUTHENTICATED');
  });

  it('end when they are revoked, once', async () => {
    const { text, row } = await createApiKey(context, { clientId: 'bank' });
    expect(codeOf(await revokeApiKey(context, { keyId: row.id }))).toBe('ok');
    expect(codeOf(await enter(text))).toBe('UNAUTHENTICATED');
    expect(codeOf(await revokeApiKey(context, { keyId: row.id }))).toBe('NOT_FOUND');
  });

  it('both work during a rotation, then the new one alone', async () => {
    const old = await createApiKey(context, { clientId: 'bank', scopes: ['sessions'] });
    const fresh = answered(await rotateApiKey(context, { keyId: old.row.id, overlapMs: DAY_MS }));
    expect(fresh.row).toMatchObject({ clientId: 'bank', scopes: ['sessions'] });
    expect([codeOf(await enter(old.text)), codeOf(await enter(fresh.text))]).toEqual(['ok', 'ok']);
    context.time.advanceBy(DAY_MS);
    expect([codeOf(await enter(old.text)), codeOf(await enter(fresh.text))]).toEqual([
      'UNAUTHENTICATED',
      'ok',
    ]);
  });

  it('can be revoked in the middle of a rotation', async () => {
    const old = await createApiKey(context, { clientId: 'bank' });
    await rotateApiKey(context, { keyId: old.row.id, overlapMs: DAY_MS });
    expect(codeOf(await revokeApiKey(context, { keyId: old.row.id }))).toBe('ok');
    expect(codeOf(await enter(old.text))).toBe('UNAUTHENTICATED');
  });

  it('are rotated once, also by two at once', async () => {
    const { row } = await createApiKey(context, { clientId: 'bank' });
    const answers = await Promise.all([1, 2].map(() => rotateApiKey(context, { keyId: row.id })));
    expect(answers.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    expect(context.store.tables.apiKeys.size).toBe(2);
  });

  it.each([
    ['a client that is none', { clientId: 'a b' }],
    ['no scope', { clientId: 'bank', scopes: [] }],
    ['an end in the past', { clientId: 'bank', expiresAtMs: 1 }],
  ])('are not made for %s', async (_, options) => {
    await expect(createApiKey(context, options)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe('attacks on API keys', () => {
  it('says the same of a key that never was, is wrong, has run out or was revoked', async () => {
    const good = await createApiKey(context, { clientId: 'bank' });
    const revoked = await createApiKey(context, { clientId: 'bank' });
    await revokeApiKey(context, { keyId: revoked.row.id });
    const texts = [
      `hk_${'A'.repeat(22)}_${'B'.repeat(43)}`,
      `${good.text.slice(0, -1)}${good.text.endsWith('A') ? 'B' : 'A'}`,
      revoked.text,
      // One client's id with another's secret.
      `${good.text.slice(0, 26)}${revoked.text.slice(26)}`,
      'hk_',
      '',
      'x'.repeat(1_000_000),
    ];
    const answers = await Promise.all(texts.map((text) => enter(text)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(codeOf(answers[0] ?? { ok: true })).toBe('UNAUTHENTICATED');
  });

  it('compares digests of one length in constant time, and nothing else', () => {
    // The attacker measures how long a refusal takes to learn how many characters are right. What is compared are two
    // SHA-256 by a function that looks at every byte: a text of another length or form never gets to it.
    const digest = 'ab'.repeat(32);
    expect(isSameDigest(digest, digest)).toBe(true);
    expect(isSameDigest(digest, `cd${digest.slice(2)}`)).toBe(false);
    expect(isSameDigest(digest, `${digest.slice(0, -2)}cd`)).toBe(false);
    for (const text of ['', digest.slice(1), `${digest}00`, digest.toUpperCase(), 'g'.repeat(64)]) {
      expect(isSameDigest(digest, text)).toBe(false);
      expect(isSameDigest(text, text)).toBe(false);
    }
  });
});
