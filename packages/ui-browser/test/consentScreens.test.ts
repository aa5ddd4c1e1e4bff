import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { consentScreens } from './harness/consentScreens.js';
import { openTestPage, type TestPage } from './harness/openTestPage.js';

const SIZES = [
  { width: 320, height: 568 },
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
  { width: 667, height: 375 },
] as const;
const LANGUAGES = ['zh-CN', 'en', 'ar'] as const;

/** Set to a folder to look at every page with one's own eyes. */
const SHOTS = process.env.HUOTI_UI_SHOTS;

let testPage: TestPage;
let page: Page;

beforeAll(async () => {
  testPage = await openTestPage();
  ({ page } = await testPage.open());
  if (SHOTS !== undefined) mkdirSync(SHOTS, { recursive: true });
}, 60000);
afterAll(() => testPage.close());

describe.each(Object.keys(consentScreens))('the consent page %s', (name) => {
  it('holds at every size in three scripts, in both themes, and axe finds nothing', async () => {
    const faults: string[] = [];
    for (const [turn, lang] of LANGUAGES.entries()) {
      await page.setViewportSize(SIZES[1]);
      await page.evaluate(([screen, wanted]) => window.harness.showConsent(screen, { lang: wanted }), [
        name,
        lang,
      ] as const);
      for (const [index, size] of SIZES.entries()) {
        const theme = (turn + index) % 2 === 0 ? 'light' : 'dark';
        await page.setViewportSize(size);
        await page.evaluate(async (wanted) => {
          window.harness.element()?.setAttribute('theme', wanted);
          await window.harness.settle();
        }, theme);
        const where = `${size.width}x${size.height} ${lang} ${theme}`;
        const found = await page.evaluate(() => window.harness.findTextFaults());
        faults.push(...found.map((fault) => `${where}: ${fault}`));
        // Rules of structure don't hang on the size; a phone's is dark in two scripts and light in one.
        if (size === SIZES[1]) {
          faults.push(
            ...(await page.evaluate(() => window.harness.axe())).map((one) => `axe ${where}: ${one}`),
          );
        }
        if (SHOTS !== undefined)
          await page.screenshot({ path: `${SHOTS}/${name}-${size.width}-${lang}-${theme}.png` });
      }
    }
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
  }, 90000);
});
