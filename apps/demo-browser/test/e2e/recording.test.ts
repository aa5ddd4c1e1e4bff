import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';

const SESSION_MS = 60_000;

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

describe('a recording that can not be read', () => {
  it.each([
    ['is empty', ''],
    ['is text', 'this is no film'],
    ['breaks off in its first box', '\0\0\0\x18ftypmp42\0\0'],
  ])(
    'because it %s ends with MEDIA_UNREADABLE, calmly, and leaves nothing',
    async (_why, content) => {
      const demo = await openDemo(browser, site, '?source=recording&lang=en');
      const before = await demo.held();
      const file = { name: 'clip.mp4', mimeType: 'video/mp4', buffer: Buffer.from(content, 'latin1') };
      await demo.page.setInputFiles('#file', file);
      expect(await demo.run()).toMatchObject({ kind: 'error', code: 'MEDIA_UNREADABLE' });
      expect(await demo.held()).toEqual(before);
      const words = await demo.page.locator('huoti-liveness >> .outcome .lead').textContent();
      expect(words).not.toMatch(/error|MEDIA_UNREADABLE|undefined/i);
      await demo.close();
    },
    SESSION_MS,
  );

  it(
    'or was never chosen ends with MEDIA_UNREADABLE and opens no camera',
    async () => {
      const demo = await openDemo(browser, site, '?source=recording&lang=en');
      expect(await demo.run()).toMatchObject({ kind: 'error', code: 'MEDIA_UNREADABLE' });
      expect(await demo.held()).toMatchObject({ liveTracks: 0, workers: 0 });
      await demo.close();
    },
    SESSION_MS,
  );
});
