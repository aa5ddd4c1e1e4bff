import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startServers } from '../server/startServers.mjs';
import { buildExample, codeBlock, type BuiltExample } from './harness/buildExample.js';
import { launchBrowser } from './harness/launchBrowser.js';

const example = codeBlock('README.md', 'ts');

describe('the example in the README', () => {
  let browser: Browser;
  let built: BuiltExample;
  let servers: { httpPort: number; close: () => Promise<void> };

  beforeAll(async () => {
    built = buildExample('readme-example', example);
    servers = await startServers({
      root: built.root,
      cache: join(built.folder, 'cache'),
      httpPort: 0,
      httpsPort: null,
      addresses: [],
    });
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await servers?.close();
    built?.remove();
  });

  it('is no longer than fifteen lines', () => {
    expect(example.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(15);
  });

  it('type-checks under the strict settings of this repository', () => {
    expect(built.typeFaults()).toBe('');
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
