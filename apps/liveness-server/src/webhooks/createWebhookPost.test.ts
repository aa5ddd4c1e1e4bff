import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createWebhookPost, type WebhookPostOptions } from './createWebhookPost.js';
import { isPublicAddress } from './isPublicAddress.js';
import { judgeTarget } from './judgeTarget.js';

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
  allowPlainHttp: true,
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
    expect(await post(noteTo(port))).toEqual({ kind: 'failed', why: 'private address' });
    expect(asked).toBe(0);
  });
});

describe('judgeTarget', () => {
  const rules = {
    allowedHosts: ['hooks.example.com', '*.bank.example'],
    allowPrivateAddresses: false,
    allowPlainHttp: false,
  };
  const to = (...addresses: string[]) => ({ resolve: () => Promise.resolve(addresses) });

  it.each([
    ['https://hooks.example.com/x', true],
    ['https://a.bank.example/x', true],
    ['https://a.b.bank.example:8443/x', true],
    ['https://bank.example/x', false],
    ['https://evilbank.example/x', false],
    ['https://hooks.example.com.evil.example/x', false],
    ['https://evil.example/hooks.example.com', false],
    ['https://hooks.example.com@evil.example/', false],
    ['http://hooks.example.com/', false],
    ['ftp://hooks.example.com/', false],
    ['file:///etc/passwd', false],
    ['https://user:secret@hooks.example.com/', false],
    ['https://[::1]/', false],
    ['https://2130706433/', false],
    ['not a url', false],
  ])('%s may be told: %s', async (target, ok) => {
    expect((await judgeTarget(target, rules, to('93.184.216.34'))).ok).toBe(ok);
  });

  it('refuses a name of which one address is private, wherever it stands', async () => {
    const judged = await judgeTarget('https://hooks.example.com/', rules, to('93.184.216.34', '10.1.2.3'));
    expect(judged).toEqual({ ok: false, why: 'private address' });
  });

  it('refuses a name without an address', async () => {
    const none = { resolve: () => Promise.reject(new Error('ENOTFOUND')) };
    for (const resolver of [to(), none])
      expect(await judgeTarget('https://hooks.example.com/', rules, resolver)).toEqual({
        ok: false,
        why: 'name not found',
      });
  });
});

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0', '100.64.0.1'],
    ...['224.0.0.1', '255.255.255.255', '192.0.2.1', '::1', '::', 'fe80::1', 'fc00::1', 'ff02::1'],
    ...['::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::', 'localhost', ''],
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
