import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import type { Problem } from '@huoti/protocol';
import { openTestApp, type TestApp, type TestClient } from '../support/openTestApp.js';
import { consentTo, HOST } from '../support/requestBodies.js';

let service: TestApp;
let key: string;
let client: TestClient;
let port: number;
beforeAll(async () => {
  service = await openTestApp();
  key = await service.key();
  client = await service.client();
  port = Number(new URL(await service.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => service.app.close());

const SQL = [
  `' OR '1'='1`,
  `"; DROP TABLE sessions; --`,
  `a' UNION SELECT * FROM api_keys --`,
  `\\'; SELECT pg_sleep(9)`,
];

/** No answer may repeat what was sent, nor tell how the service is built. */
function expectQuiet(body: string): void {
  expect(body).not.toMatch(/DROP TABLE|UNION|node_modules|\.ts:|\.js:|at Object|pg_sleep|<script/);
}

describe('text that is made to be taken for something else', () => {
  it.each(SQL)('is refused in every member of a body: %s', async (text) => {
    for (const name of ['policy', 'subject', 'referenceId', 'clientKeyThumbprint']) {
      const answer = await service.call(key, {
        method: 'POST',
        url: '/v1/sessions',
        payload: { [name]: text },
      });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'INVALID_ARGUMENT']);
      expectQuiet(answer.body);
    }
    for (const name of ['level', 'policyVersion', 'textHash', 'language']) {
      const payload = { ...consentTo('trace'), [name]: text };
      const answer = await client.call('/consent', { method: 'POST', payload });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'INVALID_ARGUMENT']);
      expectQuiet(answer.body);
    }
  });

  it.each(SQL)('is refused in every part of a path and a query: %s', async (text) => {
    const word = encodeURIComponent(text);
    const calls = [
      ['GET', `/v1/sessions/${word}`],
      ['GET', `/v1/sessions/${word}/result`],
      ['GET', `/v1/sessions?subject=${word}`],
      ['GET', `/v1/references/${word}`],
      ['DELETE', `/v1/references/${word}`],
      ['DELETE', `/v1/webhooks/${word}`],
      ['POST', `/v1/webhooks/dead-letters/${word}/redeliver`],
    ] as const;
    for (const [method, url] of calls) {
      const answer = await service.call(key, { method, url });
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expectQuiet(answer.body);
    }
  });

  it('may stand in what is free text, and stays text', async () => {
    // Host facts are the client's own words: kept as they are, judged by their length alone.
    await client.call('/consent', { method: 'POST', payload: consentTo('trace') });
    const host = { ...HOST, browser: `Robert'); DROP TABLE sessions;--` };
    const begun = await client.call('/plan', { method: 'POST', payload: { mirroringKnown: true, host } });
    expect(begun.statusCode).toBe(200);
    const row = await service.context.store.transaction((tx) => tx.sessions.get(client.sessionId));
    expect(row?.host?.browser).toBe(host.browser);
  });

  it('adds no header to an answer', async () => {
    for (const path of [
      '/v1/sessions/a%0d%0aset-cookie:%20x=1',
      '/v1/references/a%0d%0aset-cookie:%20x=1/b',
    ]) {
      const answer = await service.call(key, { url: path });
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect([400, 404]).toContain(answer.statusCode);
    }
    const answer = await service.app.inject({
      url: '/healthz',
      headers: { 'x-request-id': 'mine', 'request-id': 'mine' },
    });
    expect(answer.headers['x-request-id']).not.toBe('mine');
  });
});

describe('bodies that are no request', () => {
  const create = (payload: string | Buffer, contentType = 'application/json') =>
    service.call(key, {
      method: 'POST',
      url: '/v1/sessions',
      payload,
      headers: { 'content-type': contentType },
    });

  it.each([
    ['no JSON', '{"policy":', 400, 'INVALID_ARGUMENT'],
    ['nothing', '', 400, 'INVALID_ARGUMENT'],
    ['a prototype', '{"__proto__":{"policy":"trace"}}', 400, 'INVALID_ARGUMENT'],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 400, 'INVALID_ARGUMENT'],
    ['a list', '[]', 400, 'INVALID_ARGUMENT'],
    ['null', 'null', 400, 'INVALID_ARGUMENT'],
    ['a number', '1', 400, 'INVALID_ARGUMENT'],
    ['an unknown member', '{"polcy":"trace"}', 400, 'INVALID_ARGUMENT'],
    ['a number for a text', '{"subject":17}', 400, 'INVALID_ARGUMENT'],
    ['too deep a nest', `${'['.repeat(1500)}${']'.repeat(1500)}`, 400, 'INVALID_ARGUMENT'],
    ['too much', JSON.stringify({ subject: 'a'.repeat(5000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('are refused: %s', async (_what, body, status, code) => {
    const answer = await create(body);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([
    'text/plain',
    'application/xml',
    'application/octet-stream',
    'multipart/form-data',
    'application/jsonx',
  ])('are refused as %s', async (contentType) => {
    const answer = await create('{"policy":"trace"}', contentType);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it.each([
    ['no digest', undefined, 400],
    ['an empty digest', '', 400],
    ['another algorithm', 'md5=:1B2M2Y8AsgTpgAmY7PhCfg==:', 400],
    ['a wrong digest', `sha-256=:${Buffer.alloc(32).toString('base64')}:`, 400],
    ['a short digest', 'sha-256=:AAAA:', 400],
    ['a digest without end', `sha-256=:${'A'.repeat(600)}:`, 400],
    ['a line break', 'sha-256=:AA\u00a0AA:', 400],
  ])('of a part are refused with %s', async (_what, contentDigest, status) => {
    const answer = await client.call('/evidence/chunk-0', {
      method: 'PUT',
      payload: Buffer.from('x'),
      headers: {
        'content-type': 'application/octet-stream',
        ...(contentDigest === undefined ? {} : { 'content-digest': contentDigest }),
      },
    });
    expect(answer.statusCode).toBe(status);
  });

  it('of a part are refused as JSON, and past their limit', async () => {
    const json = await client.call('/evidence/chunk-0', { method: 'PUT', payload: { a: 1 } });
    expect(json.statusCode).toBe(415);
    const large = await client.call('/evidence/chunk-0', {
      method: 'PUT',
      payload: Buffer.alloc(262_145),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect([large.statusCode, large.json<Problem>().code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it.each([
    'chunk-',
    'chunk-100',
    'chunk-00',
    'picture-1',
    '..%2f..%2fetc%2fpasswd',
    'manifest%00',
    'MANIFEST',
  ])('have no part called %s', async (part) => {
    const answer = await client.call(`/evidence/${part}`, {
      method: 'PUT',
      payload: Buffer.from('x'),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect([400, 401, 404]).toContain(answer.statusCode);
  });

  it('ignore what a range asks for', async () => {
    const answer = await client.call('', { headers: { range: 'bytes=0-1,5-999999999' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json<{ sessionId: string }>().sessionId).toBe(client.sessionId);
  });
});

describe('paths and methods', () => {
  it.each([
    ['GET', '/nowhere', 404, 'NOT_FOUND'],
    ['GET', '/v1/sessions/x/y/z', 404, 'NOT_FOUND'],
    ['GET', '/%c0%ae%c0%ae/etc/passwd', 400, 'INVALID_ARGUMENT'],
    ['DELETE', '/v1/sessions', 405, 'METHOD_NOT_ALLOWED'],
    ['PATCH', '/v1/references/x', 405, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS', '/v1/compare', 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', '/healthz', 405, 'METHOD_NOT_ALLOWED'],
  ] as const)('%s %s is a problem: %i', async (method, url, status, code) => {
    const answer = await service.app.inject({ method, url });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('name the methods that a path takes', async () => {
    const answer = await service.app.inject({ method: 'PATCH', url: '/v1/references/x' });
    expect(answer.headers.allow).toBe('DELETE, GET, HEAD, PUT');
  });

  it('answers what is no HTTP with a problem', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
      socket.write('GET /healthz HTTP/9.9\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"INVALID_ARGUMENT"/);
  });

  it('does not let a header stand for another method', async () => {
    const answer = await service.call(key, {
      method: 'POST',
      url: '/v1/sessions',
      payload: {},
      headers: { 'x-http-method-override': 'DELETE' },
    });
    expect(answer.statusCode).toBe(201);
  });

  it('ends a request that breaks off, and one that is said to be longer than it is', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
      socket.end(
        `POST /v1/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"policy":`,
      );
    });
    expect(answer).not.toMatch(/^HTTP\/1\.1 2/);
    expect((await service.app.inject({ url: '/healthz' })).statusCode).toBe(200);
  });
});
