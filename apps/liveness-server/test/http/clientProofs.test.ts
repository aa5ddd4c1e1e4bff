import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { createProofs, type ProofChanges } from '../support/createProofs.js';
import { clientOf, openTestApp, PUBLIC_URL, type TestApp } from '../support/openTestApp.js';
import { consentTo } from '../support/requestBodies.js';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp({ settings: { trustedProxies: ['127.0.0.1'] } });
});
afterAll(() => service.app.close());

const post = { method: 'POST', payload: consentTo('trace') } as const;

describe("a client's proof", () => {
  it('is asked for with a nonce, and every answer carries the next one', async () => {
    const { sessionId, token, proofs } = await service.client();
    const url = `/v1/sessions/${sessionId}`;
    const authorization = `DPoP ${token}`;
    const without = proofs.make({ method: 'GET', url: PUBLIC_URL + url, token });
    const first = await service.app.inject({ url, headers: { authorization, dpop: without } });
    expect(first.statusCode).toBe(401);
    expect(first.headers['www-authenticate']).toBe(
      'DPoP realm="huoti", error="use_dpop_nonce", algs="ES256"',
    );
    expect(first.json()).toMatchObject({ code: 'UNAUTHENTICATED', retryable: true });
    const nonce = String(first.headers['dpop-nonce']);
    const dpop = proofs.make({ method: 'GET', url: PUBLIC_URL + url, token, nonce });
    const second = await service.app.inject({ url, headers: { authorization, dpop } });
    expect(second.statusCode).toBe(200);
    expect(second.headers['dpop-nonce']).toMatch(/^[0-9a-f]{64}$/);
    // Recorded on the way and sent again.
    const again = await service.app.inject({ url, headers: { authorization, dpop } });
    expect(again.headers['www-authenticate']).toMatch(/error="invalid_dpop_proof"/);
  });

  it.each<[string, ProofChanges]>([
    ['another method', { claims: { htm: 'GET' } }],
    ['another path', { claims: { htu: `${PUBLIC_URL}/v1/sessions/${'a'.repeat(22)}/consent` } }],
    ['another host', { claims: { htu: 'https://evil.example/v1/sessions/x/consent' } }],
    ['another token', { claims: { ath: 'a'.repeat(43) } }],
    ['no jti', { claims: { jti: undefined } }],
    ['a private key in its head', { head: { jwk: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c' } } }],
    ['alg none', { head: { alg: 'none' } }],
    ['a symmetric alg', { head: { alg: 'HS256' } }],
    ['another type', { head: { typ: 'JWT' } }],
    ['a prototype for a head', { head: { __proto__: null, crit: ['x'] } }],
  ])('is refused with %s', async (_what, changes) => {
    const client = await service.client();
    const answer = await client.call('/consent', post, changes);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^DPoP .*error="invalid_dpop_proof"/);
  });

  it.each(['', 'a.b', 'a.b.c', '..', '%%%', 'eyJ9.e30.', 'x'.repeat(8000), '{"typ":"dpop+jwt"}'])(
    'is refused where it is none: %#',
    async (dpop) => {
      const { sessionId, token } = await service.client();
      const answer = await service.app.inject({
        url: `/v1/sessions/${sessionId}`,
        headers: { authorization: `DPoP ${token}`, dpop },
      });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'UNAUTHENTICATED']);
    },
  );

  it('can not be made by the key of somebody who stole the token', async () => {
    const client = await service.client();
    expect((await client.call('')).statusCode).toBe(200);
    const thief = clientOf(service.app, { ...client, proofs: createProofs() });
    const answer = await thief.call('');
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/error="invalid_token"/);
    expect((await client.call('')).statusCode).toBe(200);
  });

  it('is held against the configured origin, whatever Host or a proxy says', async () => {
    const client = await service.client();
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    expect((await client.call('', { headers })).statusCode).toBe(200);
    const forEvil = { claims: { htu: `https://evil.example/v1/sessions/${client.sessionId}` } };
    expect((await client.call('', { headers }, forEvil)).statusCode).toBe(401);
  });

  it('counts for the path alone: the query is no part of it', async () => {
    const client = await service.client();
    const answer = await client.call(
      '?x=1',
      {},
      { claims: { htu: `${PUBLIC_URL}/v1/sessions/${client.sessionId}` } },
    );
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['an encoded letter', (id: string) => `/v1/%73essions/${id}`],
    ['two slashes', (id: string) => `//v1/sessions/${id}`],
    ['a path that goes up', (id: string) => `/v1/webhooks/../sessions/${id}`],
    ['a whole URL', (id: string) => `https://evil.example/v1/sessions/${id}`],
  ])('opens nothing under another spelling of the path: %s', async (_what, spelled) => {
    const client = await service.client();
    const { token, proofs, sessionId } = client;
    const nonce = String((await client.call('')).headers['dpop-nonce']);
    const url = spelled(sessionId);
    const answer = await service.app.inject({
      url,
      headers: {
        authorization: `DPoP ${token}`,
        dpop: proofs.make({ method: 'GET', url: `${PUBLIC_URL}/v1/sessions/other`, token, nonce }),
      },
    });
    expect([401, 404]).toContain(answer.statusCode);
  });

  it('does not open the session of somebody else', async () => {
    const [mine, other] = [await service.client(), await service.client()];
    const across = clientOf(service.app, {
      sessionId: other.sessionId,
      token: mine.token,
      proofs: mine.proofs,
    });
    const stranger = await across.call('');
    const unknown = await clientOf(service.app, { ...mine, sessionId: 'a'.repeat(22) }).call('');
    const facts = (answer: typeof stranger) => [answer.statusCode, answer.json<Problem>().detail];
    expect(stranger.statusCode).toBe(401);
    expect(facts(stranger)).toEqual(facts(unknown));
  });

  it('has to come from the key that the backend named, even if another was first', async () => {
    const key = await service.key();
    const proofs = createProofs();
    const made = await service.call(key, {
      method: 'POST',
      url: '/v1/sessions',
      payload: { policy: 'trace', clientKeyThumbprint: proofs.thumbprint },
    });
    const { sessionId, clientToken: token } = made.json<{ sessionId: string; clientToken: string }>();
    expect((await clientOf(service.app, { sessionId, token }).call('')).statusCode).toBe(401);
    expect((await clientOf(service.app, { sessionId, token, proofs }).call('')).statusCode).toBe(200);
  });
});
