import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestPage, type TestPage } from './harness/openTestPage.js';
import { screens } from './harness/screens.js';

const SIZES = [
  { width: 320, height: 568 },
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
  { width: 667, height: 375 },
] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

/** Set to a folder to look at every screen with one's own eyes. */
const SHOTS = process.env.HUOTI_UI_SHOTS;

let testPage: TestPage;
let page: Page;

beforeAll(async () => {
  testPage = await openTestPage();
  ({ page } = await testPage.open());
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
}, 60000);
afterAll(() => testPage.close());

const dress = (lang: string, theme: string): Promise<void> =>
  page.evaluate(
    async ([language, name]) => {
      const element = window.harness.element();
      if (element === null) return;
      element.lang = language ?? '';
      element.theme = name === 'dark' ? 'dark' : 'light';
      await element.updateComplete;
      // Two frames: the size is observed in one and drawn in the next.
      for (let i = 0; i < 3; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      await element.updateComplete;
    },
    [lang, theme],
  );

describe.each(Object.keys(screens))('screen %s', (name) => {
  it('fits at every size in both languages, and axe finds nothing in either theme', async () => {
    const faults: string[] = [];
    await page.setViewportSize(SIZES[1]);
    await page.evaluate((screen) => window.harness.show(screen), name);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const lang of LANGUAGES) {
        const dark = (size.width + (lang === 'en' ? 1 : 0)) % 2 === 1;
        await dress(lang, dark ? 'dark' : 'light');
        const found = await page.evaluate(() => window.harness.findLayoutFaults());
        faults.push(...found.map((fault) => `${size.width}x${size.height} ${lang}: ${fault}`));
        if (SHOTS !== undefined) {
          await page.screenshot({
            path: `${SHOTS}/${name}-${size.width}-${lang}-${dark ? 'dark' : 'light'}.png`,
          });
        }
      }
    }
    await page.setViewportSize(SIZES[1]);
    for (const theme of THEMES) {
      for (const lang of LANGUAGES) {
        await dress(lang, theme);
        const found = await page.evaluate(() => window.harness.axe());
        faults.push(...found.map((fault) => `axe ${theme} ${lang}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
  }, 60000);
});
