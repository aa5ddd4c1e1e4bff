import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './support/findChromium.js';
import { seedRights, type SeededRights } from './support/seedRights.js';
import { seedSessions, type Seed } from './support/seedSessions.js';
import { PASSWORD, startConsole, type TestConsole } from './support/startConsole.js';

const BROWSER_MS = 240_000;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where pictures of the pages are put, for somebody to look at; nowhere unless asked for. */
const SHOTS = process.env['HUOTI_SCREENSHOTS'];

const WINDOWS = [
  { name: 'phone', width: 375, height: 812 },
  { name: 'desk', width: 1280, height: 800 },
] as const;

let desk: TestConsole;
let seed: Seed;
let rights: SeededRights;
let browser: Browser;
let address: string;

beforeAll(async () => {
  desk = await startConsole();
  // A long list for the eye; a short one judges the same rules in a fifth of the time.
  seed = await seedSessions(desk.context, { perDay: SHOTS === undefined ? 2 : 12 });
  rights = await seedRights(desk.context);
  address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}, BROWSER_MS);
afterAll(async () => {
  await browser.close();
  await desk.app.close();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(`${address}/console`);
  await page.fill('#name', name);
  await page.fill('#password', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForSelector('.tiles');
}

/** Rules broken, with where. Every rule that axe has for WCAG 2.2 A and AA and good practice, none left out. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (Reflect.get(window, 'axe') as { run(): Promise<AxeResults> }).run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the console in a browser', () => {
  const looks = (['en', 'zh-CN'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
  );

  it.each(looks)(
    'every page of $locale, $theme breaks no rule of axe, on a phone and on a desk, and is no wider than either',
    async ({ locale, theme }) => {
      const context = await browser.newContext({ locale, colorScheme: theme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      const look = async (title: string): Promise<void> => {
        for (const { name, width, height } of WINDOWS) {
          await page.setViewportSize({ width, height });
          if (SHOTS !== undefined) {
            mkdirSync(SHOTS, { recursive: true });
            const path = join(SHOTS, `${title}-${locale}-${theme}-${name}.png`);
            await page.screenshot({ path, fullPage: true });
          }
          expect([title, name, await faults(page)]).toEqual([title, name, []]);
          expect([title, name, await overflow(page)]).toEqual([title, name, 0]);
        }
      };
      await page.goto(`${address}/console`);
      await look('sign-in');
      await signIn(page, 'rui');
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      await look('overview');
      await page.goto(`${address}/console/sessions`);
      await look('sessions');
      await page.goto(`${address}/console/sessions?subject=nobody`);
      await look('sessions-empty');
      for (const [title, id] of [
        ['session-verified', seed.verifiedId],
        ['session-refused', seed.mismatchId],
        ['session-expired', seed.expiredId],
      ] as const) {
        await page.goto(`${address}/console/sessions/${id}`);
        await look(title);
      }
      await page.goto(`${address}/console/rights`);
      await look('rights');
      await page.goto(`${address}/console/rights?state=all&client=nobody`);
      await look('rights-empty');
      for (const [title, path] of [
        ['case-access', rights.access],
        ['case-portability', rights.portability],
        ['case-correct', rights.correct],
        ['case-delete-confirm', `${rights.delete}?step=done`],
        ['case-refuse-confirm', `${rights.overdue}?step=refused`],
        ['case-refused', rights.refused],
      ] as const) {
        await page.goto(`${address}/console/rights/${path}`);
        await look(title);
      }
      await page.goto(`${address}/console/audit`);
      await look('audit');
      await page.goto(`${address}/console/nothing`);
      await look('not-found');
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
      await context.close();
    },
    BROWSER_MS,
  );

  it(
    'a reviewer signs in, opens a session, gives a reason, sees a picture, hides it and signs out',
    async () => {
      const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await signIn(page, 'rui');
      await page.click('nav a[href="/console/sessions"]');
      await page.click(`a[href="/console/sessions/${seed.mismatchId}"]`);
      expect(await page.textContent('.banner')).toContain('The face is not that of the reference');
      expect(await page.textContent('.banner')).toContain('Off by 0.108');
      expect(await page.$('img')).toBeNull();

      // Without a reason the browser itself holds the form back.
      await page.click('button[data-name="picture-1-4"]');
      expect(await page.$('img')).toBeNull();
      await page.fill('#reason', 'case 4711, complaint');
      await page.click('button[data-name="picture-1-4"]');
      await page.waitForSelector('.shown img');
      await page.waitForFunction(() => (document.querySelector('.shown img') as HTMLImageElement).complete);
      const size = await page.$eval('.shown img', (image) => {
        const { naturalWidth, naturalHeight } = image as HTMLImageElement;
        return [naturalWidth, naturalHeight];
      });
      expect(size).toEqual([256, 320]);
      expect(await page.getAttribute('.shown img', 'alt')).toBe('Picture picture-1-4 of this session');
      expect(await faults(page)).toEqual([]);
      if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'picture.png'), fullPage: true });
      const views = await desk.context.store.transaction(({ audit }) =>
        audit.list({ action: 'picture-view' }),
      );
      expect(views).toHaveLength(1);
      expect(views[0]).toMatchObject({
        object: `${seed.mismatchId}/picture-1-4`,
        facts: { reason: 'case 4711, complaint' },
      });

      await page.click('.shown button');
      expect(await page.$('.shown img')).toBeNull();
      await page.click('header form button');
      await page.waitForSelector('#password');
      await page.goto(`${address}/console/sessions`);
      expect(await page.$('#password')).not.toBeNull();
      await context.close();
    },
    BROWSER_MS,
  );

  it(
    'a picture opens without any script too, in a tab of its own',
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
      const page = await context.newPage();
      await signIn(page, 'rui');
      await page.goto(`${address}/console/sessions/${seed.verifiedId}`);
      await page.fill('#reason', 'case 4712');
      const opened = context.waitForEvent('page');
      const answered = context.waitForEvent('response', (response) => response.url().includes('/pictures/'));
      await page.click('button[data-name="picture-0-3"]');
      await opened;
      const response = await answered;
      expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/jpeg']);
      await context.close();
    },
    BROWSER_MS,
  );

  it(
    'the whole of the sign-in and a page is reached by keyboard alone, the skip link first',
    async () => {
      const context = await browser.newContext({ locale: 'en' });
      const page = await context.newPage();
      await page.goto(`${address}/console`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type('vera');
      await page.keyboard.press('Tab');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.tiles');
      await context.close();
    },
    BROWSER_MS,
  );
});
