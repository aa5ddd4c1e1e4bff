import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createWebhookPost, type WebhookPostOptions } from './createWebhookPost.js';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A target on this machine; `hooks.example.com` leads to it through the resolver that is handed in. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const LOCAL: WebhookPostOptions = {
  allowedHosts: ['hooks.example.com'],
  allowPrivateAddresses: true,
  allowHttp: true,
  timeoutMs: 2_000,
  resolver: { resolve: () => Promise.resolve(['127.0.0.1']) },
};
const noteTo = (port: number) => ({
  url: `http://hooks.example.com:${port}/huoti?x=1`,
  headers: { 'content-type': 'application/json', 'webhook-id': 'd1' },
  body: '{"event":"session.decided"}',
});

describe('createWebhookPost', () => {
  it('posts the body and headers to the address that was judged', async () => {
    const seen: unknown[] = [];
    const port = await listen((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { host, 'webhook-id': id } = request.headers;
        seen.push({ method: request.method, url: request.url, host, id, body });
        response.writeHead(204).end();
      });
    });
    expect(await createWebhookPost(LOCAL)(noteTo(port))).toEqual({ kind: 'answered', status: 204 });
    expect(seen).toEqual([
      {
        method: 'POST',
        url: '/huoti?x=1',
        host: `hooks.example.com:${port}`,
        id: 'd1',
        body: '{"event":"session.decided"}',
      },
    ]);
  });

  it('asks the resolver once, so that a second answer can not lead elsewhere', async () => {
    // DNS rebinding: whoever owns the name answers with a good address first and with an inner one afterwards.
    let asked = 0;
    const resolver = { resolve: () => Promise.resolve([asked++ === 0 ? '127.0.0.1' : '10.0.0.1']) };
    const port = await listen((_request, response) => response.end());
    const post = createWebhookPost({ ...LOCAL, resolver });
    expect(await post(noteTo(port))).toEqual({ kind: 'answered', status: 200 });
    expect(asked).toBe(1);
  });

  it('follows no redirect', async () => {
    let asked = 0;
    const port = await listen((_request, response) => {
      asked += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    });
    expect(await createWebhookPost(LOCAL)(noteTo(port))).toEqual({ kind: 'answered', status: 302 });
    expect(asked).toBe(1);
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
    expect(await createWebhookPost(LOCAL)(noteTo(port))).toEqual({ kind: 'answered', status: 200 });
    expect(sentBytes).toBeLessThan(20_000_000);
  });

  it('gives up on a target that does not answer in time', async () => {
    const port = await listen(() => undefined);
    const post = createWebhookPost({ ...LOCAL, timeoutMs: 150 });
    expect(await post(noteTo(port))).toEqual({ kind: 'failed', why: 'timed out' });
  });

  it('says why a connection failed without saying where', async () => {
    const port = await listen(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await createWebhookPost(LOCAL)(noteTo(port))).toEqual({ kind: 'failed', why: 'ECONNREFUSED' });
  });

  it('connects to no private address unless configured', async () => {
    let asked = 0;
    const port = await listen((_request, response) => {
      asked += 1;
      response.end();
    });
    const post = createWebhookPost({ ...LOCAL, allowPrivateAddresses: false });
    expect(await post(noteTo(port))).toEqual({
      kind: 'failed',
      why: 'the host has an address inside a private network',
    });
    expect(asked).toBe(0);
  });

  it.each([
    ['https://evil.example/x', 'the host is not in the allow-list'],
    ['https://hooks.example.com@evil.example/', 'the URL holds credentials'],
    ['ftp://hooks.example.com/', 'the URL is not https'],
    ['https://[::1]/', 'the host is not in the allow-list'],
    ['not a url', 'the URL is none'],
  ])('sends nothing to %s', async (url, why) => {
    let resolved = 0;
    const resolver = { resolve: () => Promise.resolve([`127.0.0.${++resolved}`]) };
    const post = createWebhookPost({ ...LOCAL, resolver });
    expect(await post({ ...noteTo(1), url })).toEqual({ kind: 'failed', why });
  });

  it('says that a name has no address', async () => {
    const post = createWebhookPost({
      ...LOCAL,
      resolver: { resolve: () => Promise.reject(new Error('ENOTFOUND')) },
    });
    expect(await post(noteTo(1))).toEqual({ kind: 'failed', why: 'the host has no address' });
  });

  it('believes no certificate of an unknown authority', async () => {
    // Whoever answers for the name without its certificate: here a server that speaks no TLS at all.
    const port = await listen((_request, response) => response.end());
    const note = noteTo(port);
    const answer = await createWebhookPost(LOCAL)({ ...note, url: note.url.replace('http:', 'https:') });
    expect(answer.kind).toBe('failed');
  });
});
