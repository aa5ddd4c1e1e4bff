import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { siteHandler } from '../../server/siteHandler.mjs';

const SCRIPT = 'export const answer = 42;\n'.repeat(200);

let folder: string;
let server: Server;

/** One raw request: unlike fetch it sends the path as it is, dot segments included, and decompresses nothing. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-site-'));
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'the key');
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>demo</title>');
  writeFileSync(join(root, 'assets', 'app-a1b2c3d4.js'), SCRIPT);
  writeFileSync(join(root, 'engine.wasm'), Buffer.alloc(4000));
  writeFileSync(join(root, '.env'), 'hidden');
  writeFileSync(join(folder, 'dist-secret.txt'), 'the key');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  const handler = siteHandler({ root, cache: join(folder, 'cache') });
  server = createServer((asked, answer) => void handler(asked, answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('what is served', () => {
  it('is the index for the root, and wasm under its own type', async () => {
    const page = await ask('/');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body.toString()).toContain('demo');
    expect((await ask('/engine.wasm?v=1')).headers['content-type']).toBe('application/wasm');
  });

  it('is compressed with the best encoding that the client takes, and is the same content', async () => {
    const br = await ask('/assets/app-a1b2c3d4.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    const gzip = await ask('/assets/app-a1b2c3d4.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    const plain = await ask('/assets/app-a1b2c3d4.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(plain.headers.vary).toBe('accept-encoding');
  });

  it('is compressed once: the second server finds it in the cache folder', async () => {
    await ask('/assets/app-a1b2c3d4.js', { 'accept-encoding': 'br' });
    const [kept] = readdirSync(join(folder, 'cache'));
    writeFileSync(join(folder, 'cache', String(kept)), 'from the cache');
    const again = siteHandler({ root: join(folder, 'dist'), cache: join(folder, 'cache') });
    server.removeAllListeners('request').on('request', (asked, answer) => void again(asked, answer));
    const second = await ask('/assets/app-a1b2c3d4.js', { 'accept-encoding': 'br' });
    expect(second.body.toString()).toBe('from the cache');
  });

  it('is answered with 304 and no body while its content is the same, and anew once it has changed', async () => {
    const { headers } = await ask('/');
    const etag = String(headers.etag);
    const same = await ask('/', { 'if-none-match': etag });
    expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag]);
    writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>changed</title>');
    expect((await ask('/', { 'if-none-match': etag })).status).toBe(200);
  });

  it('may be kept for ever only under a name with a hash', async () => {
    expect((await ask('/assets/app-a1b2c3d4.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it('has no body for HEAD, and the same length', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe((await ask('/')).headers['content-length']);
  });
});

describe('what is not served', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fdist-secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.env',
    '/%00',
    '/%zz',
    '//etc/passwd',
    '/assets',
    '/nothing.js',
  ])('%s', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'Not found\n']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('a %s', async (method) => {
    const { status, headers } = await ask('/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('every answer, refusals included', () => {
  it.each(['/', '/nothing.js'])(
    '%s forbids other origins, inline code, framing and sniffing',
    async (path) => {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self' 'wasm-unsafe-eval'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ]),
      );
      expect(policy.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['permissions-policy']).toContain('camera=(self)');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    },
  );
});
