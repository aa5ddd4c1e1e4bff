import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RefusalReason } from '@huoti/protocol';
import { browse, type Browsing } from './support/browse.js';
import { makeSession, makeVerdict } from './support/makeSession.js';
import { startConsole, type TestConsole } from './support/startConsole.js';

const SESSION = 'X'.repeat(22);
/** What an attacker writes wherever a text is taken: it closes tags and attributes of either quote, in every way. */
const EVIL = `evil"><script>alert(1)</script><img src=x onerror='alert(2)'>{id}\u2028!`;
const SECRETS = {
  tokenHash: '7e'.repeat(32),
  clientKey: 'q'.repeat(43),
  planJws: `${'e'.repeat(30)}.${'f'.repeat(30)}.${'g'.repeat(30)}`,
  dataKeyId: 'data-key-of-the-session',
};

let desk: TestConsole;
let rui: Browsing;

beforeAll(async () => {
  desk = await startConsole();
  const { store, time } = desk.context;
  const evil = (name: string): string => `${name} ${EVIL}`;
  const session = makeSession(SESSION, {
    ...SECRETS,
    issuedAtMs: time.nowMs() - 60_000,
    clientId: evil('client'),
    subject: evil('subject'),
    referenceId: evil('reference'),
    planHash: evil('plan'),
    evidenceHash: evil('evidence'),
    receiptId: 'R'.repeat(22),
    policy: { name: evil('policy'), light: 'off', tripwires: 'off', evidenceLevel: 'frames' },
    reveals: [{ index: 0, head: evil('head'), frames: 3, pictures: 1, atMs: time.nowMs() }],
    host: {
      kind: 'browser',
      browser: evil('browser'),
      browserVersion: evil('version'),
      os: evil('os'),
      engine: evil('engine'),
      language: evil('language'),
      network: evil('network'),
    },
  });
  await store.transaction(async ({ sessions, verdicts, consents, parts, apiKeys, audit }) => {
    await sessions.insert(session);
    await verdicts.insertOnce(
      makeVerdict(session, {
        verified: false,
        // A row of another version of the service: its words are taken as they come.
        reason: evil('reason') as RefusalReason,
        checks: [{ name: evil('check'), pass: false, got: evil('got'), expected: evil('expected') }],
        signals: { [evil('signal')]: { kind: 'unavailable', reason: evil('why') } },
        engine: { version: evil('engine'), models: { [evil('model')]: evil('sum') } },
      }),
    );
    await consents.insert({
      ...{ receiptId: 'R'.repeat(22), sessionId: SESSION, clientId: 'x', subject: null, level: 'frames' },
      ...{
        policyVersion: evil('policy'),
        textHash: evil('text'),
        language: evil('language'),
        recordedAtMs: 1,
      },
      ...{ inventoryHash: evil('inventory'), choices: {}, ageBand: 'adult', guardianReceiptId: null },
      withdrawnAtMs: null,
    });
    await parts.put({
      ...{ sessionId: SESSION, name: evil('picture-1-1'), sha256: evil('sum'), bytes: 12, storedAtMs: 1 },
      blobKey: 'blob-key-of-the-part',
    });
    await apiKeys.insert({
      ...{ id: 'k', clientId: evil('client'), secretHash: 'ee'.repeat(32), scopes: [], createdAtMs: 1 },
      ...{ expiresAtMs: null, revokedAtMs: null },
    });
    const row = {
      atMs: 1,
      actor: evil('operator:'),
      action: evil('action'),
      object: evil('object'),
      pseudonym: null,
    };
    await audit.append({ ...row, facts: { [evil('fact')]: evil('value') } });
  });
  rui = await browse(desk.app, 'rui');
});

const PAGES = ['/console', '/console/sessions', `/console/sessions/${SESSION}`, '/console/audit'];

describe('what is stored', () => {
  it.each(PAGES)('is text and nothing else on %s', async (path) => {
    const { body, statusCode } = await rui.get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('evil');
    expect(body.match(/<script\b[^>]*>/g)).toHaveLength(1);
    expect(body).not.toMatch(/<img|onerror=|evil"|evil'/i);
    // Every tag is one that a template of ours wrote: no attribute of it holds a sign that could end it.
    for (const [tag] of body.matchAll(/<[^>]*evil[^>]*>/g)) {
      expect(tag).toMatch(/^<\/?[a-z]+(\s[a-z-]+(="[^"<>]*")?)*>$/);
    }
  });

  it.each(PAGES)('no token, key, plan, blob or hash of a password stands on %s', async (path) => {
    const { body } = await rui.get(path);
    const cookie = String(rui.cookie).split('=')[1] ?? '';
    const kept = [...desk.context.store.tables.operators.values()].map((row) => row.passwordHash);
    const secrets = [...Object.values(SECRETS), 'blob-key-of-the-part', 'ee'.repeat(32), cookie, ...kept];
    for (const secret of secrets) expect(body).not.toContain(secret);
  });

  it.each([...PAGES, '/console/sign-in', '/console/nothing', '/console/sessions?state=evil'])(
    '%s is kept by nobody, framed by nobody and runs nothing but our own file',
    async (path) => {
      const { headers, body } = await rui.get(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none'; style-src 'self'; script-src 'self';/);
      expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
      expect(body).not.toMatch(/<style|\sstyle="|<script>|javascript:|\son[a-z]+="/);
    },
  );
});

describe('what is asked for', () => {
  it.each([
    '/console/sessions?subject=%27%20OR%201%3D1%20--',
    '/console/sessions?subject=%22%3E%3Cscript%3E',
    '/console/sessions?client=a%00b',
    '/console/sessions?state=decided%27',
    '/console/sessions?reason=FACE_MISMATCH%3B%20drop%20table',
    '/console/sessions?before=1.aaa',
    '/console/sessions?before=99999999999999999999.aaaaaaaaaaaaaaaaaaaaaa',
    '/console?days=99999999',
    '/console?client=%0d%0aset-cookie%3A%20a%3Db',
    '/console?host=%3Cb%3E',
    '/console/audit?action=%27%3B',
  ])('%s is refused and not put back into the page', async (path) => {
    const { statusCode, body, headers } = await rui.get(path);
    expect(statusCode).toBe(400);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).not.toMatch(/<script>|1=1|drop table/);
  });

  it.each(['%00', '..%2f..%2fetc', "' OR 1=1 --", 'x'.repeat(500), '%E0%A4%A'])(
    'a session named %p is not found and not looked for',
    async (id) => {
      const before = desk.context.store.transactionCount;
      const { statusCode } = await rui.get(`/console/sessions/${id}`);
      expect([400, 404, 414]).toContain(statusCode);
      // The one of the sign-in.
      expect(desk.context.store.transactionCount - before).toBeLessThanOrEqual(1);
    },
  );

  it.each([
    'https://evil.example/console',
    '//evil.example/console',
    '/\\evil.example',
    'javascript:alert(1)',
    '/consoleevil',
    '/console/../v1/sessions',
    '/console\r\nset-cookie: a=b',
  ])('the switch of language and the sign-in never lead to %p', async (back) => {
    const query = new URLSearchParams({ to: 'zh-CN', back }).toString();
    const answer = await rui.get(`/console/language?${query}`);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toMatch(/^\/console(\/|$|\?|set-cookie)/);
    expect([answer.headers['set-cookie']].flat()).toHaveLength(1);
    const form = await (await browse(desk.app)).get(`/console/sign-in?${query}`);
    expect(form.body).toMatch(/name="back" value="\/console/);
  });
});
