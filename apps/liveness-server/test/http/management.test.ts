import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import type { FaceReader, FaceReading } from '@huoti/server';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

/** Reads the "picture": a word that says what it shows. It stands in for the models, with the real interface. */
const reader: FaceReader = {
  read: (bytes): Promise<FaceReading> => {
    const word = Buffer.from(bytes).toString();
    if (word === 'nobody') return Promise.resolve({ kind: 'none' });
    if (word === 'crowd') return Promise.resolve({ kind: 'several', count: 4 });
    if (word === 'noise') return Promise.resolve({ kind: 'unreadable' });
    return Promise.resolve({ kind: 'one', template: syntheticTemplate(word), quality: 0.8 });
  },
};

let service: TestApp;
let key: string;
beforeAll(async () => {
  service = await openTestApp({
    faceReader: reader,
    server: { webhooks: { allowedHosts: ['hooks.example.com'], endpointsPerClient: 2 } },
  });
  key = await service.key();
});
afterAll(() => service.app.close());

const enrol = (id: string, picture: string, headers: Record<string, string> = {}, apiKey = key) =>
  service.call(apiKey, {
    method: 'PUT',
    url: `/v1/references/${id}`,
    payload: Buffer.from(picture),
    headers: { 'content-type': 'image/jpeg', ...headers },
  });
const codeOf = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];

describe('reference faces', () => {
  it('are enrolled, looked up, replaced and deleted, and never given back', async () => {
    const made = await enrol('customer-17', 'ada');
    expect([made.statusCode, made.json()]).toMatchObject([
      200,
      { id: 'customer-17', quality: 0.8, replacedAtMs: null },
    ]);
    const url = '/v1/references/customer-17';
    const seen = await service.call(key, { url });
    expect(seen.statusCode).toBe(200);
    expect(Object.keys(seen.json<object>()).sort()).toEqual([
      'createdAtMs',
      'expiresAtMs',
      'id',
      'model',
      'replacedAtMs',
      'subject',
    ]);
    expect((await enrol('customer-17', 'bob')).json()).toMatchObject({ replacedAtMs: expect.any(Number) });
    const gone = await service.call(key, { method: 'DELETE', url });
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect(codeOf(await service.call(key, { url }))).toEqual([404, 'NOT_FOUND']);
    expect(codeOf(await service.call(key, { method: 'DELETE', url }))).toEqual([404, 'NOT_FOUND']);
  });

  it('are of the person whom the backend names', async () => {
    expect((await enrol('card-1', 'ada')).json()).toMatchObject({ id: 'card-1', subject: 'card-1' });
    expect((await enrol('card-1?subject=customer-9', 'ada')).json()).toMatchObject({ subject: 'customer-9' });
    expect((await service.call(key, { url: '/v1/references/card-1' })).json()).toMatchObject({
      subject: 'customer-9',
    });
    expect(codeOf(await enrol('card-1?subject=a%20b', 'ada'))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('are put under a new key when they are revoked, and are still compared', async () => {
    await enrol('revoked-id', 'ada');
    const stored = () => service.context.store.transaction((tx) => tx.references.get('bank', 'revoked-id'));
    const before = await stored();
    const url = '/v1/references/revoked-id/revoke';
    expect((await service.call(key, { method: 'POST', url })).statusCode).toBe(204);
    const after = await stored();
    expect(after?.turnKeyId).not.toBe(before?.turnKeyId);
    const other = await service.key('shop');
    expect(codeOf(await service.call(other, { method: 'POST', url }))).toEqual([404, 'NOT_FOUND']);
    const weak = await service.key('bank', ['sessions']);
    expect((await service.call(weak, { method: 'POST', url })).statusCode).toBe(403);
    expect(await stored()).toEqual(after);
  });

  it("are nobody else's", async () => {
    await enrol('shared-id', 'ada');
    const other = await service.key('shop');
    expect(codeOf(await service.call(other, { url: '/v1/references/shared-id' }))).toEqual([
      404,
      'NOT_FOUND',
    ]);
    const deleted = await service.call(other, { method: 'DELETE', url: '/v1/references/shared-id' });
    expect(deleted.statusCode).toBe(404);
    expect((await service.call(key, { url: '/v1/references/shared-id' })).statusCode).toBe(200);
  });

  it('obey If-Match and If-None-Match', async () => {
    expect(codeOf(await enrol('fresh', 'ada', { 'if-match': '*' }))).toEqual([404, 'NOT_FOUND']);
    expect((await enrol('fresh', 'ada', { 'if-none-match': '*' })).statusCode).toBe(200);
    expect(codeOf(await enrol('fresh', 'bob', { 'if-none-match': '*' }))).toEqual([409, 'CONFLICT']);
    expect(codeOf(await enrol('fresh', 'bob', { 'if-match': '"tag"' }))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it.each([
    ['nobody', 422, 'NO_FACE'],
    ['crowd', 422, 'SEVERAL_FACES'],
    ['noise', 422, 'MEDIA_UNREADABLE'],
    ['', 400, 'INVALID_ARGUMENT'],
  ])('are refused for a picture of %j', async (picture, status, code) => {
    expect(codeOf(await enrol('refused', picture))).toEqual([status, code]);
  });

  it.each(['text/html', 'application/json', 'image/svg+xml', 'image/gif'])(
    'are not taken as %s',
    async (type) => {
      expect(codeOf(await enrol('typed', 'ada', { 'content-type': type }))).toEqual([
        415,
        'UNSUPPORTED_MEDIA_TYPE',
      ]);
    },
  );

  it('end by themselves where they are told to', async () => {
    const soon = service.context.time.nowMs() + 1000;
    const made = await service.call(key, {
      method: 'PUT',
      url: `/v1/references/guest?expiresAtMs=${soon}`,
      payload: Buffer.from('ada'),
      headers: { 'content-type': 'image/png' },
    });
    expect(made.json()).toMatchObject({ expiresAtMs: soon });
    const past = await service.call(key, {
      method: 'PUT',
      url: '/v1/references/guest?expiresAtMs=1',
      payload: Buffer.from('ada'),
      headers: { 'content-type': 'image/png' },
    });
    expect(codeOf(past)).toEqual([400, 'INVALID_ARGUMENT']);
  });
});

describe('POST /v1/compare', () => {
  const picture = (word: string) => ({ picture: Buffer.from(word).toString('base64') });
  const compare = (first: unknown, second: unknown, apiKey = key) =>
    service.call(apiKey, { method: 'POST', url: '/v1/compare', payload: { first, second } });

  it('tells the same person from another', async () => {
    expect((await compare(picture('ada'), picture('ada'))).json()).toMatchObject({ same: true });
    const different = await compare(picture('ada'), picture('bob'));
    expect([different.statusCode, different.json()]).toMatchObject([
      200,
      { same: false, far: expect.any(Number) },
    ]);
  });

  it('takes an enrolled face on either side', async () => {
    await enrol('known', 'ada');
    expect((await compare({ referenceId: 'known' }, picture('ada'))).json()).toMatchObject({ same: true });
    expect(codeOf(await compare({ referenceId: 'unknown' }, picture('ada')))).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['no second', { first: { referenceId: 'a' } }],
    ['both at once', { first: { referenceId: 'a', picture: 'YWRh' }, second: { referenceId: 'a' } }],
    ['a link', { first: { url: 'http://169.254.169.254/' }, second: { referenceId: 'a' } }],
    ['no base64', { first: { picture: '<svg/>' }, second: { referenceId: 'a' } }],
  ])('refuses %s', async (_what, payload) => {
    expect(codeOf(await service.call(key, { method: 'POST', url: '/v1/compare', payload }))).toEqual([
      400,
      'INVALID_ARGUMENT',
    ]);
  });

  it('needs its own scope', async () => {
    const narrow = await service.key('bank', ['sessions']);
    expect(codeOf(await compare(picture('a'), picture('b'), narrow))).toEqual([403, 'FORBIDDEN']);
  });
});

describe('webhooks', () => {
  const register = (url: string, apiKey = key) =>
    service.call(apiKey, { method: 'POST', url: '/v1/webhooks', payload: { url } });

  it('are registered, listed without their secret, and disabled', async () => {
    const made = await register('https://hooks.example.com/huoti');
    expect(made.statusCode).toBe(201);
    const { endpointId, secret } = made.json<{ endpointId: string; secret: string }>();
    const list = await service.call(key, { url: '/v1/webhooks' });
    expect(list.json()).toMatchObject({
      endpoints: [{ endpointId, url: 'https://hooks.example.com/huoti' }],
    });
    expect(list.body).not.toContain(secret.slice(6));
    const other = await service.key('shop');
    expect((await service.call(other, { url: '/v1/webhooks' })).json()).toEqual({ endpoints: [] });
    const url = `/v1/webhooks/${endpointId}`;
    expect((await service.call(other, { method: 'DELETE', url })).statusCode).toBe(404);
    expect((await service.call(key, { method: 'DELETE', url })).statusCode).toBe(204);
    expect((await service.call(key, { method: 'DELETE', url })).statusCode).toBe(404);
  });

  it.each([
    'https://evil.example/x',
    'http://hooks.example.com/x',
    'https://user:password@hooks.example.com/',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('never go to %s', async (url) => {
    expect(codeOf(await register(url))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('that were given up are listed and sent again, by their own client only', async () => {
    const shop = await service.key('dead-shop');
    const made = await register('https://hooks.example.com/dead', shop);
    const { endpointId } = made.json<{ endpointId: string }>();
    const delivery = {
      id: 'd'.repeat(22),
      endpointId,
      clientId: 'dead-shop',
      sessionId: 's'.repeat(22),
      event: 'session.decided',
      state: 'dead',
      tries: 8,
      nextAtMs: 0,
      lastAnswer: '503',
      createdAtMs: service.context.time.nowMs(),
    } as const;
    await service.context.store.transaction((tx) => tx.webhooks.insertDelivery(delivery));
    const list = await service.call(shop, { url: '/v1/webhooks/dead-letters' });
    expect(list.json()).toMatchObject({
      deliveries: [{ deliveryId: delivery.id, tries: 8, lastAnswer: '503' }],
    });
    expect((await service.call(key, { url: '/v1/webhooks/dead-letters' })).json()).toEqual({
      deliveries: [],
    });
    const url = `/v1/webhooks/dead-letters/${delivery.id}/redeliver`;
    expect((await service.call(key, { method: 'POST', url })).statusCode).toBe(404);
    expect((await service.call(shop, { method: 'POST', url })).statusCode).toBe(202);
    expect(codeOf(await service.call(shop, { method: 'POST', url }))).toEqual([409, 'CONFLICT']);
  });
});

describe('a process without models', () => {
  it('says so, and does everything else', async () => {
    const bare = await openTestApp();
    const apiKey = await bare.key();
    const put = await bare.call(apiKey, {
      method: 'PUT',
      url: '/v1/references/a',
      payload: Buffer.from('x'),
      headers: { 'content-type': 'image/jpeg' },
    });
    expect(codeOf(put)).toEqual([503, 'UNAVAILABLE']);
    expect((await bare.call(apiKey, { url: '/v1/sessions' })).statusCode).toBe(200);
    await bare.app.close();
  });
});
