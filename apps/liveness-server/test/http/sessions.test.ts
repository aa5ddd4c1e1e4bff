import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { clientOf, openTestApp, type TestApp } from '../support/openTestApp.js';
import { consentTo, HOST } from '../support/requestBodies.js';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.app.close());

describe('POST /v1/sessions', () => {
  it('answers with a session, its token and its policy', async () => {
    const answer = await service.call(await service.key(), {
      method: 'POST',
      url: '/v1/sessions',
      payload: { policy: 'trace', subject: 'customer-17' },
    });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      sessionId: expect.stringMatching(/^[\w-]{22}$/),
      clientToken: expect.stringMatching(/^[\w-]{43}$/),
      policy: { name: 'trace', evidenceLevel: 'trace' },
    });
  });

  it.each([
    ['without a key', {}],
    ['with a key that never was', { authorization: `Bearer hk_${'a'.repeat(22)}_${'b'.repeat(43)}` }],
    ['with a client token', { authorization: `DPoP ${'a'.repeat(43)}` }],
    ['with a basic password', { authorization: 'Basic YTpi' }],
    ['with an endless header', { authorization: `Bearer ${'x'.repeat(4000)}` }],
  ])('is refused %s', async (_how, headers) => {
    const answer = await service.app.inject({ method: 'POST', url: '/v1/sessions', headers, payload: {} });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="huoti"');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ code: 'UNAUTHENTICATED', status: 401, retryable: false });
  });

  it('is refused to a key without its scope', async () => {
    const key = await service.key('bank', ['references']);
    const answer = await service.call(key, { method: 'POST', url: '/v1/sessions', payload: {} });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'FORBIDDEN']);
  });

  it('is refused for a policy that is not allowed', async () => {
    const answer = await service.call(await service.key(), {
      method: 'POST',
      url: '/v1/sessions',
      payload: { policy: 'no-such' },
    });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('tells when a next try is allowed after too many', async () => {
    const key = await service.key();
    const body = { policy: 'device-only', subject: 'customer-17' };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const made = await service.call(key, { method: 'POST', url: '/v1/sessions', payload: body });
      const { sessionId, clientToken } = made.json<{ sessionId: string; clientToken: string }>();
      const client = clientOf(service.app, { sessionId, token: clientToken });
      await client.call('/consent', { method: 'POST', payload: consentTo('none') });
      expect(
        (await client.call('/plan', { method: 'POST', payload: { mirroringKnown: true, host: HOST } }))
          .statusCode,
      ).toBe(200);
    }
    const answer = await service.call(key, { method: 'POST', url: '/v1/sessions', payload: body });
    expect(answer.statusCode).toBe(429);
    const problem = answer.json<Problem>();
    expect(problem.code).toBe('TOO_MANY_ATTEMPTS');
    expect(Number(answer.headers['retry-after'])).toBe(problem.retryAfterS);
    expect(problem.retryAfterS).toBeGreaterThan(0);
  });
});

describe('a session at level none', () => {
  it('runs from consent to a signed result that says device-only', async () => {
    const client = await service.client('device-only');
    const early = await client.call('/plan', {
      method: 'POST',
      payload: { mirroringKnown: true, host: HOST },
    });
    expect([early.statusCode, early.json<Problem>().code]).toEqual([403, 'CONSENT_REQUIRED']);
    expect((await client.call('/consent', { method: 'POST', payload: consentTo('none') })).statusCode).toBe(
      200,
    );
    const begun = await client.call('/plan', {
      method: 'POST',
      payload: { mirroringKnown: true, host: HOST },
    });
    expect(begun.statusCode).toBe(200);
    const key = await service.key();
    const pending = await service.call(key, { url: `/v1/sessions/${client.sessionId}/result` });
    expect([pending.statusCode, pending.json()]).toEqual([202, { state: 'begun' }]);

    const outcome = await client.call('/outcome', {
      method: 'POST',
      payload: { status: 'completed', durationMs: 9000 },
    });
    expect(outcome.json()).toMatchObject({ state: 'decided', outcome: { status: 'completed' } });
    const result = await service.call(key, { url: `/v1/sessions/${client.sessionId}/result` });
    expect(result.headers['content-type']).toMatch(/^application\/jwt/);
    const [, claims = ''] = result.body.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      assurance: 'device-only',
      verified: false,
      aud: 'bank',
      sid: client.sessionId,
    });
  });
});

describe('a session at level trace', () => {
  it('reveals a step at a time and takes parts of its evidence', async () => {
    const client = await service.client('trace');
    await client.call('/consent', { method: 'POST', payload: consentTo('trace') });
    await client.call('/plan', { method: 'POST', payload: { mirroringKnown: true, host: HOST } });
    const step = await client.call('/steps', {
      method: 'POST',
      payload: { index: 0, head: 'b'.repeat(64), frames: 30, pictures: 0 },
    });
    expect(step.json()).toMatchObject({ kind: 'step', index: 0, step: { timeoutMs: 6000 } });

    const bytes = Buffer.from('not looked at before completion');
    const digest = createHash('sha256').update(bytes).digest();
    const part = await client.call('/evidence/chunk-0', {
      method: 'PUT',
      payload: bytes,
      headers: {
        'content-type': 'application/octet-stream',
        'content-digest': `sha-256=:${digest.toString('base64')}:`,
      },
    });
    expect([part.statusCode, part.json()]).toEqual([
      200,
      { part: 'chunk-0', bytes: bytes.length, sha256: digest.toString('hex') },
    ]);
    const view = await client.call('');
    expect(view.json()).toMatchObject({ state: 'begun', consented: true, parts: [{ part: 'chunk-0' }] });

    const complete = await client.call('/complete', {
      method: 'POST',
      payload: { evidenceHash: 'c'.repeat(64) },
    });
    expect(complete.statusCode).toBe(409);
  });
});

describe('GET /v1/sessions', () => {
  it("lists the caller's own, a page at a time, and nobody else's", async () => {
    const mine = await service.key('lister');
    const theirs = await service.key('shop');
    for (const [key, subject] of [
      [mine, 'a'],
      [mine, 'b'],
      [theirs, 'c'],
    ] as const) {
      await service.call(key, { method: 'POST', url: '/v1/sessions', payload: { subject } });
      service.context.time.advanceBy(1000);
    }
    const first = await service.call(mine, { url: '/v1/sessions?limit=1' });
    const page = first.json<{ sessions: { subject: string }[]; next: string }>();
    expect(page.sessions.map(({ subject }) => subject)).toEqual(['b']);
    const second = await service.call(mine, { url: `/v1/sessions?limit=1&before=${page.next}` });
    expect(second.json<typeof page>().sessions.map(({ subject }) => subject)).toEqual(['a']);
    const ofSubject = await service.call(mine, { url: '/v1/sessions?subject=c' });
    expect(ofSubject.json()).toEqual({ sessions: [], next: null });
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=1e9',
    'state=nothing',
    'before=x',
    'clientId=shop',
    'limit=1&limit=2',
  ])('refuses the query %s', async (query) => {
    const answer = await service.call(await service.key(), { url: `/v1/sessions?${query}` });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'INVALID_ARGUMENT']);
  });
});

describe('GET /v1/sessions/{id}', () => {
  it('answers the session itself and its backend, and no other client', async () => {
    const client = await service.client();
    const url = `/v1/sessions/${client.sessionId}`;
    expect((await client.call('')).statusCode).toBe(200);
    expect((await service.call(await service.key('bank'), { url })).statusCode).toBe(200);
    // Guessing: another tenant's session looks exactly like one that does not exist.
    const others = await service.key('shop');
    const foreign = await service.call(others, { url });
    const unknown = await service.call(others, { url: `/v1/sessions/${'a'.repeat(22)}` });
    const facts = ({ code, detail }: Problem) => ({ code, detail });
    expect(foreign.statusCode).toBe(404);
    expect([foreign.statusCode, facts(foreign.json())]).toEqual([unknown.statusCode, facts(unknown.json())]);
    const result = await service.call(others, { url: `${url}/result` });
    expect(result.statusCode).toBe(404);
  });
});

describe('what is counted', () => {
  it('is each session once, however often its client reports the same', async () => {
    const client = await service.client('device-only');
    await client.call('/consent', { method: 'POST', payload: consentTo('none') });
    await client.call('/plan', { method: 'POST', payload: { mirroringKnown: true, host: HOST } });
    const counted = async () =>
      (await service.metrics.sessionsDecided.get()).values.find(({ labels }) => labels.outcome === 'failed')
        ?.value;
    expect(await counted()).toBeUndefined();
    const payload = { status: 'failed', reason: 'NO_FACE', durationMs: 9000 };
    for (let report = 0; report < 3; report += 1)
      expect((await client.call('/outcome', { method: 'POST', payload })).statusCode).toBe(200);
    expect(await counted()).toBe(1);
  });
});
