import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFetchTransport, type HttpRequest } from '../src/index.js';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function serve(listener: RequestListener): Promise<string> {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

const request = (url: string, changes: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  body: null,
  maxBytes: 1000,
  signal: new AbortController().signal,
  ...changes,
});

describe('the transport over fetch', () => {
  it('sends bytes and headers as they are and reads status, headers and body', async () => {
    const url = await serve((incoming, answer) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('end', () => {
        answer.writeHead(418, { 'x-echo': incoming.headers['x-word'] ?? '' });
        answer.end(Buffer.concat(pieces));
      });
    });
    const answer = await createFetchTransport().send(
      request(url, { method: 'PUT', headers: { 'x-word': 'a' }, body: Uint8Array.of(0, 255, 7) }),
    );
    expect([answer.status, answer.header('X-Echo'), [...answer.body]]).toEqual([418, 'a', [0, 255, 7]]);
  });

  it('gives an answer up that is longer than the bound, whatever it says of its length', async () => {
    let sent = 0;
    const url = await serve((_incoming, answer) => {
      answer.writeHead(200);
      const push = (): void => {
        if (answer.destroyed || sent > 50_000_000) return;
        sent += 65_536;
        answer.write(Buffer.alloc(65_536), () => setImmediate(push));
      };
      push();
    });
    await expect(createFetchTransport().send(request(url))).rejects.toMatchObject({
      code: 'PROTOCOL_MALFORMED',
    });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('follows no redirect', async () => {
    const url = await serve((incoming, answer) => {
      answer.writeHead(incoming.url === '/' ? 302 : 200, { location: '/elsewhere' }).end();
    });
    await expect(createFetchTransport().send(request(`${url}/`))).rejects.toMatchObject({
      code: 'NETWORK_FAILED',
    });
  });

  it('an unreachable server is NETWORK_FAILED, retryable', async () => {
    const url = await serve(() => undefined);
    server?.close();
    server?.closeAllConnections();
    await expect(createFetchTransport().send(request(url))).rejects.toMatchObject({
      code: 'NETWORK_FAILED',
      retryable: true,
    });
  });

  it('an abort ends the connection', async () => {
    const abort = new AbortController();
    let closed = (): void => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const url = await serve((incoming) => {
      incoming.on('close', closed);
      abort.abort();
    });
    await expect(createFetchTransport().send(request(url, { signal: abort.signal }))).rejects.toMatchObject({
      code: 'ABORTED',
    });
    await gone;
  });
});
