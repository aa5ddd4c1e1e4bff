import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embedSettings } from '../../server/embedSettings.mjs';
import { startServers } from '../../server/startServers.mjs';

type Servers = Awaited<ReturnType<typeof startServers>>;

let folder: string;
let servers: Servers | null = null;

async function serve(env: Record<string, string>): Promise<void> {
  const root = join(folder, 'dist');
  mkdirSync(join(root, 'huoti'), { recursive: true });
  writeFileSync(join(root, 'index.html'), 'index');
  writeFileSync(join(root, 'embed.html'), 'embed');
  writeFileSync(join(root, 'huoti', 'landmarkerWorker.js'), 'worker');
  servers = await startServers({
    root,
    cache: join(folder, 'cache'),
    httpPort: 0,
    httpsPort: null,
    addresses: [],
    embed: embedSettings(env),
  });
}
async function ask(path: string): Promise<{ status: number; body: string; policy: string }> {
  const answer = await fetch(`http://127.0.0.1:${servers?.httpPort}${path}`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  return { status: answer.status, body: await answer.text(), policy };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-embed-'));
});
afterEach(async () => {
  await servers?.close();
  servers = null;
  rmSync(folder, { recursive: true });
});

describe('the page for an app’s WebView', () => {
  it.each(['/embed', '/embed.html', '/embed?plan=blink'])(
    'is served at %s, as strict as the rest',
    async (path) => {
      await serve({});
      const { status, body, policy } = await ask(path);
      expect([status, body]).toEqual([200, 'embed']);
      expect(policy).toBe((await ask('/')).policy);
      expect(policy).not.toContain("'unsafe-eval'");
      expect(policy).toContain("frame-ancestors 'none'");
    },
  );

  it.each(['/embed-legacy', '/huoti-legacy/landmarkerWorker.js'])(
    '%s is not there unless it was asked for',
    async (path) => {
      await serve({ HUOTI_EMBED_LEGACY: 'yes' });
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('allows generated code at the two legacy addresses alone, once it was asked for', async () => {
    await serve({ HUOTI_EMBED_LEGACY: '1' });
    for (const [path, text] of [
      ['/embed-legacy', 'embed'],
      ['/huoti-legacy/landmarkerWorker.js', 'worker'],
    ] as const) {
      const { status, body, policy } = await ask(path);
      expect([path, status, body]).toEqual([path, 200, text]);
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval';");
    }
    for (const path of ['/', '/embed', '/huoti/landmarkerWorker.js', '/embed-legacy/', '/nothing']) {
      expect((await ask(path)).policy).not.toContain("'unsafe-eval'");
    }
  });
});

describe('a page around it', () => {
  it('may frame the embedded page where its origin is listed, and no other page', async () => {
    await serve({ HUOTI_EMBED_PARENTS: 'https://bank.example, https://app.bank.example:8443' });
    expect((await ask('/embed')).policy).toContain(
      'frame-ancestors https://bank.example https://app.bank.example:8443',
    );
    expect((await ask('/')).policy).toContain("frame-ancestors 'none'");
    expect(JSON.parse((await ask('/embed-settings.json')).body)).toEqual({
      parents: ['https://bank.example', 'https://app.bank.example:8443'],
    });
  });

  it.each([
    '*',
    'https://*.bank.example',
    'null',
    'https://bank.example/',
    "https://bank.example; script-src 'x'",
  ])('can not be listed as %s', (origin) => {
    expect(() => embedSettings({ HUOTI_EMBED_PARENTS: origin })).toThrow('is no exact origin');
  });
});
