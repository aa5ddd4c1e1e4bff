import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';
import { storedBy } from '../harness/storedBy.js';

const SESSION_MS = 90_000;
/**
 * Longest gap between two animation frames that 95 of 100 may have while frames are judged, in ms. The goal is 17; a test
 * machine of two shared cores that also draws in software gets 20 to 80. An engine on the page's own thread has 150 and more.
 */
const MAX_FRAME_GAP_MS = 120;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await launchBrowser();
}, SESSION_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Rules broken in a serious way, with where. */
async function seriousFaults(page: Page): Promise<string[]> {
  // A text that is fading in has less contrast than it will have, and a hint may come at any moment of the look.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as { run(): Promise<AxeResults> }).run(),
  );
  await page.emulateMedia({ reducedMotion: null });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the page', () => {
  it(
    'asks nothing of anybody but its own server, keeps its own policy and stores nothing, before and during a session',
    async () => {
      const demo = await openDemo(browser, site, '?source=camera&lang=en');
      await demo.page.waitForTimeout(500);
      const before = [...demo.requests];
      // Nothing of the engine before the start: no model, no wasm, no worker.
      expect(before.filter((url) => /huoti\/|\.wasm|\.bin|worker/i.test(url))).toEqual([]);
      expect(await demo.held()).toMatchObject({ workers: 0, liveTracks: 0, timeouts: 0, intervals: 0 });
      await demo.runTo('finding');
      await demo.page.waitForTimeout(1500);
      expect(demo.requests.filter((url) => !url.startsWith(site.address))).toEqual([]);
      expect(demo.requests.length).toBeGreaterThan(before.length);
      expect(await demo.page.evaluate(() => window.huotiViolations)).toEqual([]);
      expect(demo.complaints).toEqual([]);
      expect(await storedBy(demo.page)).toEqual([]);
      await demo.close();
    },
    SESSION_MS,
  );

  it(
    'stays responsive while frames are judged',
    async () => {
      const demo = await openDemo(browser, site, '?source=camera&plan=blink');
      await demo.runTo('finding');
      const from = (await demo.record()).frameGapsMs.length;
      await demo.page.waitForTimeout(5000);
      const { frameGapsMs, judgedFrames } = await demo.record();
      const gaps = frameGapsMs.slice(from).sort((a, b) => a - b);
      const p95 = gaps[Math.floor(gaps.length * 0.95)] ?? Number.NaN;
      process.stdout.write(`animation frames while judging: p95 ${p95.toFixed(0)} ms\n`);
      expect(judgedFrames).toBeGreaterThan(10);
      expect(p95).toBeLessThan(MAX_FRAME_GAP_MS);
      await demo.close();
    },
    SESSION_MS,
  );

  it.each(['light', 'dark'])(
    'when it is %s has no horizontal overflow and no serious fault of accessibility, on any screen, in any language',
    async (theme) => {
      // Side by side: each waits out the search for a face that the browser's test picture has not.
      const faults = await Promise.all(['zh-CN', 'en'].map((language) => faultsOf(language, theme)));
      expect(faults.flat()).toEqual([]);
    },
    SESSION_MS,
  );
});

/** Goes through every screen of the page at three widths, and gives what is wrong there. */
async function faultsOf(language: string, theme: string): Promise<string[]> {
  const query = `?source=camera&plan=blink&lang=${language}&theme=${theme}`;
  const { page, runTo, end, close } = await openDemo(browser, site, query);
  const faults: string[] = [];
  const look = async (screen: string): Promise<void> => {
    const where = `${screen} in ${language}`;
    for (const width of [320, 375, 1280]) {
      await page.setViewportSize({ width, height: width < 1000 ? 700 : 800 });
      const excess = await overflow(page);
      if (excess > 0) faults.push(`${where} at ${width} px: ${excess} px too wide`);
    }
    faults.push(...(await seriousFaults(page)).map((fault) => `${where}: ${fault}`));
  };
  await look('intro');
  for (const level of ['trace', 'frames', 'none']) {
    await page.check(`input[name="level"][value="${level}"]`, { force: true });
    await look(`what leaves the device at ${level}`);
  }
  await runTo('finding');
  await look('running');
  await end();
  await look('outcome');
  for (const card of ['#outcome', '#chooser']) {
    await page
      .locator(`${card} details:not([hidden])`)
      .evaluate((details) => details.setAttribute('open', ''));
  }
  await look('everything unfolded');
  await close();
  return faults;
}
