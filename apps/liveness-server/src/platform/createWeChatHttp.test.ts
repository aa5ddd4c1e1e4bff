import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { createWeChatHttp } from './createWeChatHttp.js';

const HOST = 'api.weixin.qq.com';
const REQUEST = {
  path: '/cgi-bin/stable_token',
  query: { access_token: 'a+b/c=&d' },
  body: '{"name":"张三"}',
};
interface Pem {
  readonly key: string;
  readonly cert: string;
}
async function certificateOf(name: string): Promise<Pem> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
  return { key, cert };
}
let own: Pem;
beforeAll(async () => {
  own = await certificateOf(HOST);
});

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A machine that the host's name is made to lead to. */
async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  pem: Pem = own,
): Promise<number> {
  const server = createServer(pem, answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
const httpTo = (port: number, timeoutMs = 2_000, ca = own.cert) =>
  createWeChatHttp({ timeoutMs, target: { address: '127.0.0.1', port, ca } });

describe('createWeChatHttp', () => {
  it("posts JSON over TLS to the platform's own host and gives back what it answers", async () => {
    const seen: unknown[] = [];
    const port = await listen((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        const { host, 'content-type': type, cookie, referer } = request.headers;
        const asked = new URL(request.url ?? '', `https://${HOST}`);
        const token = asked.searchParams.get('access_token');
        seen.push([request.method, asked.pathname, token, host, type, body, cookie, referer]);
        response.end('{"errcode":0,"errmsg":"好"}');
      });
    });
    expect(await httpTo(port)(REQUEST)).toEqual({
      kind: 'answered',
      status: 200,
      text: '{"errcode":0,"errmsg":"好"}',
    });
    expect(seen).toEqual([
      [
        'POST',
        REQUEST.path,
        'a+b/c=&d',
        `${HOST}:${port}`,
        'application/json; charset=utf-8',
        REQUEST.body,
        undefined,
        undefined,
      ],
    ]);
  });

  it('speaks to no machine with the certificate of another name, or with one that nobody vouches for', async () => {
    let asked = 0;
    const other = await certificateOf('api.weixin.qq.com.evil.example');
    const port = await listen(() => (asked += 1), other);
    expect(await httpTo(port, 2_000, other.cert)(REQUEST)).toEqual({
      kind: 'failed',
      why: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    const selfMade = await listen(() => (asked += 1));
    expect((await httpTo(selfMade, 2_000, other.cert)(REQUEST)).kind).toBe('failed');
    expect(asked).toBe(0);
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const port = await listen((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: `https://${HOST}:${port}/elsewhere` }).end();
    });
    expect(await httpTo(port)(REQUEST)).toEqual({ kind: 'answered', status: 302, text: '' });
    expect(asked).toBe(1);
  });

  it.each(['before a word', 'in the middle of a body'])(
    'gives up on a machine that stands still %s',
    async (where) => {
      const port = await listen((_request, response) => {
        if (where !== 'before a word') response.write('{"errcode"');
      });
      expect(await httpTo(port, 200)(REQUEST)).toEqual({ kind: 'failed', why: 'timed out' });
    },
  );

  it('takes half an answer for none', async () => {
    const port = await listen((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"errcode":0}', () => response.destroy());
    });
    expect((await httpTo(port)(REQUEST)).kind).toBe('failed');
  });

  it('stops reading an answer without end', async () => {
    let sentBytes = 0;
    const port = await listen((_request, response) => {
      const more = (): void => {
        if (response.destroyed) return;
        sentBytes += 16_384;
        response.write(Buffer.alloc(16_384), () => setImmediate(more));
      };
      more();
    });
    expect((await httpTo(port)(REQUEST)).kind).toBe('failed');
    expect(sentBytes).toBeLessThan(20_000_000);
  });

  it('says why there was no connection without saying where', async () => {
    const port = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await httpTo(port)(REQUEST)).toEqual({ kind: 'failed', why: 'ECONNREFUSED' });
  });

  it('ends with ABORTED before and during a call, and leaves no connection behind', async () => {
    const stop = new AbortController();
    const port = await listen(() => stop.abort());
    await expect(httpTo(port)(REQUEST, { signal: stop.signal })).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(httpTo(port)(REQUEST, { signal: stop.signal })).rejects.toMatchObject({ code: 'ABORTED' });
    const [server] = servers;
    const open = await new Promise<number>((resolve) =>
      setTimeout(() => server?.getConnections((_, count) => resolve(count)), 50),
    );
    expect(open).toBe(0);
  });
});
