import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HuotiLivenessElement } from '@huoti/ui-browser';
import { agreeInPage } from '../harness/agreeInPage.js';
import { launchPlainBrowser, type PlainBrowser, type PlainTab } from '../harness/launchPlainBrowser.js';
import { recordTries } from '../harness/recordTries.js';
import { startSite, type Site } from '../harness/startSite.js';
import { watchResources } from '../harness/watchResources.js';

const SESSION_MS = 60_000;

let site: Site;
let browser: PlainBrowser;

beforeAll(async () => {
  site = await startSite();
  browser = await launchPlainBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ]);
}, SESSION_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function startIn(tab: PlainTab): Promise<void> {
  await tab.waitFor(
    () => Boolean(document.querySelector('huoti-liveness')?.shadowRoot?.querySelector('.intro, .outcome')),
    SESSION_MS,
  );
  await tab.evaluate(() => {
    void document.querySelector<HuotiLivenessElement>('huoti-liveness')?.start();
  });
  await tab.evaluate(agreeInPage);
  await tab.waitFor(() => (window.huotiTry?.judgedFrames ?? 0) > 3, SESSION_MS);
}

describe('a page that is left while the camera is on', () => {
  it.each(['hidden behind another tab', 'frozen'])(
    'and is %s ends with CAMERA_INTERRUPTED, and holds nothing',
    async (how) => {
      const tab = await browser.open(`${site.address}?source=camera&lang=en`, [watchResources, recordTries]);
      await startIn(tab);
      const during = await tab.evaluate(() => window.huotiHeld());
      expect(during).toMatchObject({ liveTracks: 1, workers: 1 });
      if (how === 'frozen') {
        await tab.freeze();
      } else {
        const other = await browser.open('about:blank');
        await other.bringToFront();
      }
      await tab.waitFor(() => window.huotiHeld().liveTracks === 0, SESSION_MS);
      await tab.bringToFront();
      if (how === 'frozen') await tab.thaw();
      await tab.waitFor(() => (window.huotiTry?.end ?? null) !== null, SESSION_MS);
      expect(await tab.evaluate(() => window.huotiTry?.end)).toMatchObject({
        kind: 'error',
        code: 'CAMERA_INTERRUPTED',
        retryable: true,
      });
      await tab.waitFor(() => {
        const { workers, timeouts, intervals, videoFrameCallbacks } = window.huotiHeld();
        return workers + timeouts + intervals + videoFrameCallbacks === 0;
      }, SESSION_MS);
      // A frozen tab stays out of sight for the browser, whoever wakes it: another try is one of a visible tab.
      if (how === 'frozen') return;
      await startIn(tab);
      expect(await tab.evaluate(() => window.huotiHeld())).toMatchObject({ liveTracks: 1, workers: 1 });
    },
    2 * SESSION_MS,
  );
});
