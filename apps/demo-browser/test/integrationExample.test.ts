import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { agree } from './harness/agree.js';
import { buildExample, codeBlock, type BuiltExample } from './harness/buildExample.js';
import { launchBrowser } from './harness/launchBrowser.js';
import { startServedSite, type ServedSite } from './harness/startServedSite.js';

const DOCUMENT = 'docs/integration.md';
const START_MS = 180_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const linesOf = (code: string): number => code.split('\n').filter((line) => line.trim() !== '').length;

describe('the examples of page and backend', () => {
  let browser: Browser;
  let page: BuiltExample;
  let site: ServedSite;
  let backend: ChildProcess;
  let backendUrl: string;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    page = buildExample('integration-example', codeBlock(DOCUMENT, 'ts'));
    site = await startServedSite({
      database: 'embedded',
      root: page.root,
      sameOrigin: true,
      deployment: 'default',
    });
    const port = await freePort();
    backendUrl = `http://127.0.0.1:${port}`;
    const file = join(page.folder, 'backend.mjs');
    writeFileSync(file, codeBlock(DOCUMENT, 'js'));
    environment = {
      ...process.env,
      HUOTI_URL: site.publicUrl,
      HUOTI_API_KEY: site.apiKey,
      PORT: String(port),
    };
    backend = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    browser = await launchBrowser();
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    backend?.kill();
    await site?.close();
    page?.remove();
  }, START_MS);

  it('are short: the backend twenty lines, the page no more', () => {
    expect(linesOf(codeBlock(DOCUMENT, 'js'))).toBeLessThanOrEqual(23);
    expect(linesOf(codeBlock(DOCUMENT, 'ts'))).toBeLessThanOrEqual(20);
  });

  it(
    'the page type-checks under the strict settings of this repository',
    () => {
      expect(page.typeFaults()).toBe('');
    },
    START_MS,
  );

  it(
    'a session goes from the page to a verdict that the backend verified',
    async () => {
      const tab = await browser.newPage();
      const lines: string[] = [];
      let sessionId = '';
      // Page and backend share an origin, as behind an integrator's proxy.
      await tab.route('**/liveness/**', async (route) => {
        const { pathname } = new URL(route.request().url());
        const answer = await fetch(new URL(pathname, backendUrl), { method: route.request().method() });
        const body = await answer.text();
        sessionId = (JSON.parse(body) as { sessionId: string }).sessionId;
        await route.fulfill({ status: answer.status, body, contentType: 'application/json' });
      });
      const told = new Promise<void>((resolve) => {
        tab.on('console', (message) => {
          lines.push(message.text());
          if (message.text().startsWith('failed') || message.text().startsWith('completed')) resolve();
        });
      });
      await tab.goto(site.address);
      await tab.locator('huoti-liveness').locator('[part~="start-button"]').click();
      await agree(tab);
      await told;
      // The browser's fake camera shows a pattern and nobody in it.
      expect(lines.filter((line) => line.startsWith('failed'))).toEqual(['failed NO_FACE']);

      const ask = (): Promise<Response> => fetch(`${backendUrl}/liveness/results/${sessionId}`);
      let answer = await ask();
      for (let tries = 0; answer.status === 202 && tries < 60; tries += 1) {
        await pause(500);
        answer = await ask();
      }
      expect([answer.status, await answer.json()]).toEqual([200, { verified: false }]);

      const shell = spawnSync('sh', ['-ec', codeBlock(DOCUMENT, 'sh')], {
        encoding: 'utf8',
        env: { ...environment, SESSION_ID: sessionId },
      });
      expect([shell.status, shell.stderr]).toEqual([0, '']);
      expect(shell.stdout).toMatch(
        /"clientToken":"[\w-]{43}"[\s\S]*\}[\w-]+\.[\w-]+\.[\w-]+\n200\n\{"keys":/,
      );
      await tab.close();
    },
    START_MS,
  );
});
