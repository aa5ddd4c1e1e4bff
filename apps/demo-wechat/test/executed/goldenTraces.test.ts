import {
  readdirSync,
  readFileSync,
  mkdtempSync,
  mkdirSync,
  copyFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@huoti/core';
import { decodeTraceChunk } from '@huoti/protocol';
import {
  openMiniProgram,
  type MiniProgramHost,
  type OpenMiniProgramOptions,
  type OpenPage,
} from '@huoti/wx-host';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { farthest } from './support/farthest.js';
import { judgeGolden } from './support/judgeGolden.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = here('__fixtures__/');
const GOLDENS = readdirSync(FOLDER).map((file) => file.replace('.json', ''));
const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.json`), 'utf8');

declare global {
  interface Window {
    judge(text: string): string;
  }
}

/** A mini-program around the one file as it was built for publishing, with a page that judges what it is given. */
async function writeApp(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'huoti-golden-'));
  mkdirSync(join(directory, 'page'));
  copyFileSync(
    fileURLToPath(import.meta.resolve('@huoti/adapter-wechat/miniprogram')),
    join(directory, 'page/huoti.js'),
  );
  await build({
    entryPoints: [here('support/judgeGolden.ts')],
    outfile: join(directory, 'page/judge.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2017',
  });
  writeFileSync(join(directory, 'app.json'), JSON.stringify({ pages: ['page/index'] }));
  writeFileSync(join(directory, 'app.js'), 'App({});\n');
  writeFileSync(join(directory, 'page/index.json'), '{}');
  writeFileSync(join(directory, 'page/index.wxml'), '<view></view>');
  writeFileSync(
    join(directory, 'page/index.js'),
    `const huoti = require('./huoti.js');
const { judgeGolden } = require('./judge.js');
Page({ data: {}, judge: (text) => judgeGolden(huoti, text) });\n`,
  );
  return directory;
}

/** The verdicts of Node, of this repository's sources. */
const inNode = (name: string): string =>
  judgeGolden({ decodeTraceChunk, replaySession: core.replaySession }, textOf(name));

/** Another version of the same engine computes arc functions to another last digit. */
const TOLERANCE = 1e-12;

const PHONES: readonly [string, Partial<OpenMiniProgramOptions>][] = [
  ['the built mini-program file', {}],
  ['the same on an engine without BigInt, as iOS 13', { hidden: ['BigInt'] }],
  ['the same where promises are timers', { promise: 'timeout', facts: { platform: 'ios' } }],
];

let directory: string;
beforeAll(async () => {
  directory = await writeApp();
}, 120_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('golden traces in Node', () => {
  it('are of seven kinds: done, lit, done wrong, not done, by two, by nobody, and cut', () => {
    expect(GOLDENS).toHaveLength(7);
  });

  it.each(GOLDENS)('%s ends as it did when it was written', (name) => {
    const { verdict } = JSON.parse(textOf(name)) as { verdict: string };
    const { ending } = JSON.parse(inNode(name)) as { ending: { kind: string; reason?: string } };
    expect(ending.reason ?? ending.kind).toBe(verdict);
  });
});

describe.each(PHONES)('golden traces in %s', (_phone, options) => {
  let host: MiniProgramHost;
  let page: OpenPage;
  beforeAll(async () => {
    host = openMiniProgram({ directory, ...options });
    page = await host.open();
  }, 60_000);
  afterAll(() => host.close());

  it.each(GOLDENS)('%s: the verdict is that of Node to the last digit', (name) => {
    expect(page.call('judge', textOf(name))).toBe(inNode(name));
  });
});

describe('golden traces in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { replaySession } from '@huoti/core';
import { decodeTraceChunk } from '@huoti/protocol';
import { farthest } from './support/farthest.js';
import { judgeGolden } from './support/judgeGolden.js';
window.judge = (text) => judgeGolden({ decodeTraceChunk, replaySession }, text);`,
        resolveDir: here('.'),
      },
      bundle: true,
      write: false,
      format: 'iife',
    });
    browser = await chromium.launch({
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  }, 120_000);
  afterAll(() => browser.close());

  it.each(GOLDENS)(
    '%s: the verdict is that of Node, angles to 1e-12',
    async (name) => {
      const verdict = await page.evaluate((text) => window.judge(text), textOf(name));
      const [here, there] = [JSON.parse(inNode(name)), JSON.parse(verdict)] as [
        Record<string, unknown>,
        Record<string, unknown>,
      ];
      expect(there['ending']).toEqual(here['ending']);
      expect(there['windows']).toEqual(here['windows']);
      expect(farthest(here, there)).toBeLessThan(TOLERANCE);
    },
    60_000,
  );
});
