import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

const PAGE = 'https://app.example.com';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp({ settings: { cors: { origins: [PAGE] } } });
});
afterAll(() => service.app.close());

const preflight = (url: string, origin: string, method = 'POST') =>
  service.app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,dpop,content-type,content-digest',
    },
  });
const SESSION = `/v1/sessions/${'a'.repeat(22)}`;

describe('pages of other origins', () => {
  it.each(['', '/consent', '/plan', '/steps', '/complete', '/outcome', '/evidence/chunk-0'])(
    'may call a session where their origin is listed: %s',
    async (path) => {
      const answer = await preflight(SESSION + path, PAGE);
      expect(answer.statusCode).toBe(204);
      expect(answer.headers['access-control-allow-origin']).toBe(PAGE);
      expect(answer.headers['access-control-allow-headers']).toMatch(/dpop/);
      expect(answer.headers['access-control-allow-headers']).toMatch(/content-digest/);
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
      expect(answer.headers.vary).toMatch(/Origin/i);
    },
  );

  it('read the nonce and the challenge of a refusal', async () => {
    const answer = await service.app.inject({ url: SESSION, headers: { origin: PAGE } });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBe(PAGE);
    expect(answer.headers['access-control-expose-headers']).toMatch(/dpop-nonce/);
    expect(answer.headers['access-control-expose-headers']).toMatch(/www-authenticate/);
  });

  it.each(['https://evil.example', 'https://app.example.com.evil.example', 'http://app.example.com', 'null'])(
    'may not where it is not: %s',
    async (origin) => {
      const answer = await preflight(`${SESSION}/plan`, origin);
      expect(answer.headers['access-control-allow-origin']).not.toBe(origin);
      expect(answer.headers['access-control-allow-origin']).not.toBe('*');
    },
  );

  it.each([
    '/v1/sessions',
    `${SESSION}/result`,
    '/v1/references/x',
    '/v1/compare',
    '/v1/webhooks',
    '/metrics',
  ])('never call what is for backends: %s', async (url) => {
    const asked = await preflight(url, PAGE);
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    expect(asked.statusCode).toBeGreaterThanOrEqual(404);
    const key = await service.key();
    const called = await service.call(key, { url, headers: { origin: PAGE } });
    expect(called.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('read nothing with an API key, on a path of clients either', async () => {
    const { sessionId } = await service.client();
    const answer = await service.call(await service.key(), {
      url: `/v1/sessions/${sessionId}`,
      headers: { origin: PAGE },
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('every answer', () => {
  it.each(['/healthz', '/nowhere', SESSION, '/v1/sessions'])('is guarded: %s', async (url) => {
    const { headers } = await service.app.inject({ url });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
  });

  it('may be cached only where it is public keys', async () => {
    const answer = await service.app.inject({ url: '/.well-known/jwks.json' });
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    const { keys } = answer.json<{ keys: Record<string, unknown>[] }>();
    // Results have one key, the audit log's heads another.
    expect(keys.map(({ use }) => use)).toEqual(['sig', 'audit']);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
      expect(key).not.toHaveProperty('d');
    }
  });
});

describe('limits', () => {
  async function statuses(app: TestApp, count: number, request: () => Promise<{ statusCode: number }>) {
    const seen: number[] = [];
    for (let call = 0; call < count; call += 1) seen.push((await request()).statusCode);
    await app.app.close();
    return seen;
  }
  const limits = { perAddressPerMinute: 100, perKeyPerMinute: 100, perSessionPerMinute: 100 };

  it('hold for one address, and say when to come again', async () => {
    const app = await openTestApp({ settings: { limits: { ...limits, perAddressPerMinute: 2 } } });
    const url = '/.well-known/jwks.json';
    await app.app.inject({ url });
    await app.app.inject({ url });
    const third = await app.app.inject({ url });
    expect([third.statusCode, third.json<Problem>().code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    const other = await app.app.inject({ url, remoteAddress: '203.0.113.9' });
    expect(other.statusCode).toBe(200);
    // Balancers and scrapers are never turned away.
    expect((await app.app.inject({ url: '/healthz' })).statusCode).toBe(200);
    await app.app.close();
  });

  it('believe nobody who says that he is somebody else', async () => {
    const app = await openTestApp({ settings: { limits: { ...limits, perAddressPerMinute: 2 } } });
    let caller = 0;
    const seen = await statuses(app, 4, () =>
      app.app.inject({
        url: '/.well-known/jwks.json',
        headers: { 'x-forwarded-for': `203.0.113.${caller++}` },
      }),
    );
    expect(seen).toEqual([200, 200, 429, 429]);
  });

  it('tell callers behind a trusted proxy apart', async () => {
    const app = await openTestApp({
      settings: { trustedProxies: ['127.0.0.1'], limits: { ...limits, perAddressPerMinute: 1 } },
    });
    let caller = 0;
    const seen = await statuses(app, 3, () =>
      app.app.inject({
        url: '/.well-known/jwks.json',
        headers: { 'x-forwarded-for': `203.0.113.${caller++}` },
      }),
    );
    expect(seen).toEqual([200, 200, 200]);
  });

  it('hold for one API key and not for the next', async () => {
    const app = await openTestApp({ settings: { limits: { ...limits, perKeyPerMinute: 2 } } });
    const [key, other] = [await app.key(), await app.key('shop')];
    expect((await app.call(other, { url: '/v1/sessions' })).statusCode).toBe(200);
    expect(await statuses(app, 3, () => app.call(key, { url: '/v1/sessions' }))).toEqual([200, 200, 429]);
  });

  it('hold for one session', async () => {
    const app = await openTestApp({ settings: { limits: { ...limits, perSessionPerMinute: 2 } } });
    const [client, other] = [await app.client(), await app.client()];
    await other.call('');
    expect(await statuses(app, 3, () => client.call(''))).toEqual([200, 200, 429]);
  });
});

describe('/readyz', () => {
  it('says which part does not work and no more', async () => {
    const app = await openTestApp({
      readiness: [
        { name: 'database', check: () => Promise.resolve() },
        {
          name: 'queue',
          check: () => Promise.reject(new Error('password authentication failed for user huoti')),
        },
      ],
    });
    const answer = await app.app.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      status: 'not-ready',
      checks: [
        { name: 'database', ok: true },
        { name: 'queue', ok: false },
      ],
    });
    expect(app.lines.join()).not.toContain('password');
    await app.app.close();
  });

  it('does not wait for a part that does not answer', async () => {
    const app = await openTestApp({
      readiness: [{ name: 'models', check: () => new Promise(() => undefined) }],
    });
    expect((await app.app.inject({ url: '/readyz' })).statusCode).toBe(503);
    await app.app.close();
  });
});
