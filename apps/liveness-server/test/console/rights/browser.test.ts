import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exportArchive } from '@huoti/server';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { FAULTLESS, launchChromium, lookAt, signInAt } from '../support/openLookout.js';
import { seedRights, type SeededRights } from '../support/seedRights.js';
import { startConsole, type TestConsole } from '../support/startConsole.js';

const BROWSER_MS = 240_000;

let desk: TestConsole;
let ids: SeededRights;
let browser: Browser;
let address: string;
beforeAll(async () => {
  desk = await startConsole();
  ids = await seedRights(desk.context);
  address = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
}, BROWSER_MS);
afterAll(async () => {
  await browser.close();
  await desk.app.close();
});

describe('the pages of requests in a browser', () => {
  const looks = (['zh-CN', 'en'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => ({ locale, theme })),
  );

  it.each(looks)(
    'break no rule of axe in $locale, $theme, on a phone and on a desk, and are no wider than either',
    async ({ locale, theme }) => {
      const context = await browser.newContext({ locale, colorScheme: theme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await signInAt(page, address, 'rui');
      for (const [title, path] of [
        ['list', ''],
        ['list-empty', '?state=all&client=nobody'],
        ['case-access', `/${ids.access}`],
        ['case-portability', `/${ids.portability}`],
        ['case-correct', `/${ids.correct}?did=corrected`],
        ['case-delete', `/${ids.delete}`],
        ['case-delete-confirm', `/${ids.delete}?step=done`],
        ['case-refuse-confirm', `/${ids.overdue}?step=refused`],
        ['case-refused', `/${ids.refused}`],
      ] as const) {
        await page.goto(`${address}/console/rights${path}`);
        const name = `rights-${title}-${locale}-${theme}`;
        expect([name, await lookAt(page, name)]).toEqual([name, FAULTLESS]);
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
    BROWSER_MS,
  );

  it(
    'carry a reviewer from the overview to a deletion that is confirmed, without any script',
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
      const page = await context.newPage();
      await signInAt(page, address, 'rui');
      await page.click('.alarm a');
      await page.click(`a[href="/console/rights/${ids.delete}"]`);
      await page.click('text=Delete everything …');
      await page.fill('#confirm-subject', 'cust-104418');
      await page.click('form.act button.danger');
      expect(await page.textContent('[role=alert]')).toContain('what you typed is not the person’s name');
      await page.fill('#confirm-subject', 'cust-104417');
      await page.click('form.act button.danger');
      expect(await page.textContent('[role=status]')).toContain('The deletion has begun.');
      await context.close();
    },
    BROWSER_MS,
  );
});

describe('an archive in a browser', () => {
  it.each(['zh-CN', 'en', 'ar'] as const)(
    'is read in %s from a disk, with its pictures, on a phone and on a desk, and asks nobody for anything',
    async (language) => {
      const answer = await exportArchive(desk.context, { caseId: ids.overdue, language });
      if (!answer.ok) throw new TypeError(answer.refusal.detail);
      const pieces: Uint8Array[] = [];
      for await (const piece of answer.archive.pieces) pieces.push(piece);
      const folder = mkdtempSync(join(tmpdir(), 'huoti-archive-'));
      for (const [path, bytes] of Object.entries(unzipSync(Buffer.concat(pieces)))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const context = await browser.newContext({ locale: 'en', offline: true });
      const page = await context.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`file://${join(folder, 'index.html')}`);
      await page.$$eval('img', (images) =>
        Promise.all(
          images.map((image) => {
            image.loading = 'eager';
            return image.decode();
          }),
        ),
      );
      const widths = await page.$$eval('img', (images) => images.map(({ naturalWidth }) => naturalWidth));
      expect(widths).toEqual([256, 256, 256]);
      await page.click('details summary');
      const name = `archive-${language}`;
      expect([name, await lookAt(page, name)]).toEqual([name, FAULTLESS]);
      expect(asked.filter((url) => !url.startsWith(`file://${folder}/`))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(readFileSync(join(folder, 'data.json'), 'utf8')).toContain('"huoti-archive"');
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
    BROWSER_MS,
  );
});
