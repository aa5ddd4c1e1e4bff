import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { agree, summaryOf, watchResources, type CameraFile } from '@huoti/demo-browser/testing';
import { openWatchedPage, type WatchedPage } from '../harness/openWatchedPage.js';
import { showTurningPerson } from '../harness/showTurningPerson.js';
import { startWatchedSite, type WatchedSite } from '../harness/startWatchedSite.js';

const LIMIT_MS = 240_000;
const WAIT_MS = 75_000;
/** Each part of the evidence waits so long on its way, in ms: long enough for a person who leaves meanwhile. */
const SLOW_MS = 2000;
/** Nothing may follow for so long, in ms. */
const QUIET_MS = 3000;

let site: WatchedSite;
let watched: WatchedPage | null = null;
let camera: CameraFile;
beforeAll(async () => {
  camera = await showTurningPerson();
  site = await startWatchedSite({ 'proof-frames': { evidenceLevel: 'frames', actions: ['turn-right'] } });
}, LIMIT_MS);
afterAll(async () => {
  await site?.close();
  camera?.close();
}, LIMIT_MS);

// What has no service is in the demo's own suite, phase by phase.
afterEach(async () => {
  await watched?.close();
  watched = null;
});

describe('a session with the service that a person leaves', () => {
  it.each([
    ['revealing', 'steps'],
    ['sending', 'evidence/*'],
  ])(
    'while it is %s: nothing is held, and nothing more is sent',
    async (phase, slow) => {
      const opened = await openWatchedPage({
        origin: site.origin,
        path: '/?lang=en&source=camera&level=frames&policy=proof-frames',
        clip: camera.path,
        before: watchResources,
      });
      watched = opened;
      const { page } = opened;
      await page.route(`**/v1/sessions/*/${slow}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        await route.continue().catch(() => undefined);
      });
      await page.waitForSelector('huoti-liveness >> .intro');
      const before = await page.evaluate(() => window.huotiHeld());
      await page.locator('huoti-liveness >> [part~="start-button"]').click();
      await agree(page);
      await page.waitForFunction(
        (wanted) =>
          window.huotiTry?.phases.some((one) => one.phase === wanted) ||
          document.querySelector('huoti-liveness')?.shadowRoot?.querySelector(`.running.${wanted}`) ||
          window.huotiTry?.end,
        phase,
        { timeout: WAIT_MS, polling: 20 },
      );
      await page.locator('huoti-liveness >> [part~="cancel-button"]').click();
      await page.waitForFunction(() => window.huotiTry?.end, undefined, { timeout: WAIT_MS, polling: 20 });
      const end = await page.evaluate(() => window.huotiTry?.end);
      expect(end && summaryOf(end)).toBe('cancelled');
      // What was on its way when the person left has arrived by then, or never does.
      await page.waitForTimeout(SLOW_MS + 500);
      const sent = opened.exchanges.length;
      await page.waitForTimeout(QUIET_MS);
      expect(opened.exchanges.slice(sent).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
      expect(opened.exchanges.some(({ path }) => path.endsWith('/complete'))).toBe(false);
      expect(await page.evaluate(() => window.huotiHeld())).toEqual(before);
      expect(page.workers()).toHaveLength(0);
    },
    LIMIT_MS,
  );
});
