import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { startServers } from '../server/startServers.mjs';
import { findChromium } from './harness/findChromium.js';

const APP = fileURLToPath(new URL('..', import.meta.url));
const README = fileURLToPath(new URL('../../../README.md', import.meta.url));
/** Inside the app, so that the workspace's packages are found; outside version control. */
const FOLDER = join(APP, 'node_modules', '.cache', 'readme-example');

const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8'))?.[1] ?? '';

describe('the example in the README', () => {
  let browser: Browser;
  let servers: { httpPort: number; close: () => Promise<void> };

  beforeAll(async () => {
    if (!existsSync(join(APP, 'dist', 'huoti'))) throw new TypeError('build the demo first: npm run build');
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(join(FOLDER, 'public'), { recursive: true });
    writeFileSync(join(FOLDER, 'example.ts'), example);
    writeFileSync(
      join(FOLDER, 'index.html'),
      '<link rel="icon" href="data:,"><script type="module" src="./example.ts"></script>',
    );
    const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
    const built = spawnSync(process.execPath, [vite, 'build', FOLDER, '--logLevel', 'error'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (built.status !== 0) throw new TypeError(`the example does not build: ${built.stderr}`);
    // What the README says to serve under /huoti/.
    spawnSync('cp', ['-r', join(APP, 'dist', 'huoti'), join(FOLDER, 'dist', 'huoti')]);
    servers = await startServers({
      root: join(FOLDER, 'dist'),
      cache: join(FOLDER, 'cache'),
      httpPort: 0,
      httpsPort: 0,
      addresses: [],
      httpsHost: '127.0.0.1',
    });
    browser = await chromium.launch({
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await servers?.close();
    rmSync(FOLDER, { recursive: true, force: true });
  });

  it('is no longer than fifteen lines', () => {
    expect(example.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
  });

  it('type-checks under the strict settings of this repository', () => {
    const file = join(FOLDER, 'example.ts');
    const config = join(FOLDER, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: join(APP, 'tsconfig.json'),
        compilerOptions: { composite: false, noEmit: true, rootDir: '/', types: [] },
        include: [file],
        exclude: [],
        references: [],
      }),
    );
    const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
    const checked = spawnSync(process.execPath, [tsc, '--noEmit', '-p', config], { encoding: 'utf8' });
    expect(checked.stdout).toBe('');
  }, 120_000);

  it('runs a session from the press of the start button to its result, under a strict policy', async () => {
    const page = await browser.newPage();
    const lines: string[] = [];
    const logged = new Promise<void>((resolve) => {
      page.on('console', (message) => {
        lines.push(message.text());
        if (message.text().startsWith('refused')) resolve();
      });
    });
    page.on('pageerror', (error) => lines.push(error.message));
    await page.goto(`http://127.0.0.1:${servers.httpPort}/`);
    await page.locator('huoti-liveness').locator('[part~="start-button"]').click();
    await logged;
    // The browser's fake camera shows a pattern and nobody in it.
    expect(lines).toEqual(['refused NO_FACE']);
  }, 90_000);
});
