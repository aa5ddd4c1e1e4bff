import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionPhase } from '@huoti/core';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { HuotiLivenessElement } from '@huoti/ui-browser';
import { agree } from '../harness/agree.js';
import { createCameraFile, type CameraFile } from '../harness/cameraFile.js';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, resultOf, type DemoPage } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';
import { storedBy } from '../harness/storedBy.js';
import { summaryOf } from '../harness/summaryOf.js';
import type { TryEnd } from '../harness/TryRecord.js';
import { writePerson } from '../harness/writePerson.js';

const SESSION_MS = 200_000;
/** The session gives a camera and a worker a second each; a busy machine needs a moment more. */
const CANCEL_LIMIT_MS = 6_000;

let site: Site;
let browser: Browser;
let camera: CameraFile;
let crowd: string;

beforeAll(async () => {
  site = await startSite();
  camera = createCameraFile('y4m');
  crowd = join(camera.folder, 'crowd.y4m');
  await writePerson({ path: crowd, persona: 5, scene: 'two-people', actions: [] });
  await writePerson({ path: camera.path, persona: 5, actions: ['turn-left', 'blink'], leadMs: 4000 });
  browser = await launchBrowser({ clip: camera.path });
}, SESSION_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
  camera.close();
});

/** Opens the page, does something with it, and expects that it then holds what it held before, and has stored nothing. */
async function leavesNothing(query: string, act: (demo: DemoPage) => Promise<void>): Promise<void> {
  const demo = await openDemo(browser, site, query);
  const before = await demo.held();
  await act(demo);
  expect(await demo.held()).toEqual(before);
  expect(before).toMatchObject({ liveTracks: 0, timeouts: 0, intervals: 0, workers: 0 });
  expect(demo.page.workers()).toHaveLength(0);
  expect(await storedBy(demo.page)).toEqual([]);
  await demo.close();
}

const PHASES: readonly SessionPhase[] = [
  'loading',
  'opening',
  'finding',
  'calibrating',
  'challenge',
  'neutral',
];

describe('nothing is left', () => {
  it(
    'after a completed session',
    () =>
      leavesNothing('?plan=turn-left', async (demo) => {
        expect(summaryOf(await demo.complete())).toBe('completed');
      }),
    SESSION_MS,
  );

  it(
    'after a refusal',
    () =>
      leavesNothing('?plan=mouth-open', async (demo) => {
        expect(summaryOf(await demo.run())).toMatch(/^(CHALLENGE_TIMEOUT|WRONG_ACTION)$/);
      }),
    SESSION_MS,
  );

  it.each(PHASES)(
    'when a person cancels while it is %s',
    (phase) =>
      leavesNothing('?plan=turn-left,blink', async (demo) => {
        await demo.runTo(phase);
        const beganAtMs = Date.now();
        await demo.page.locator('huoti-liveness >> [part="cancel-button"]').click();
        expect(summaryOf(await demo.end())).toBe('cancelled');
        expect(Date.now() - beganAtMs).toBeLessThan(CANCEL_LIMIT_MS);
      }),
    SESSION_MS,
  );

  it(
    'when the element is taken out of the page in mid-session',
    async () => {
      const demo = await openDemo(browser, site, '?plan=turn-left,blink');
      await demo.runTo('calibrating');
      await demo.page.evaluate(() => document.querySelector('huoti-liveness')?.remove());
      await demo.page.waitForFunction(
        () => {
          const { liveTracks, timeouts, intervals, workers, videoFrameCallbacks } = window.huotiHeld();
          return liveTracks + timeouts + intervals + workers + videoFrameCallbacks === 0;
        },
        undefined,
        { timeout: CANCEL_LIMIT_MS },
      );
      const { listeners } = await demo.held();
      expect(
        listeners.filter((one) => /^(MediaStreamTrack|HTMLVideo|Worker|AbortSignal|mediaDev)/.test(one)),
      ).toEqual([]);
      expect(demo.page.workers()).toHaveLength(0);
      await demo.close();
    },
    SESSION_MS,
  );

  it(
    'when the page is left for another one: the camera is off before it is gone',
    async () => {
      const demo = await openDemo(browser, site, '?plan=turn-left,blink');
      await demo.runTo('calibrating');
      // Heard after the page's own listeners, which were there first.
      await demo.page.evaluate(() =>
        window.addEventListener('pagehide', () => {
          sessionStorage.setItem('liveTracksAsThePageWent', String(window.huotiHeld().liveTracks));
        }),
      );
      await demo.page.goto(`${site.address}icon.svg`);
      expect(await demo.page.evaluate(() => sessionStorage.getItem('liveTracksAsThePageWent'))).toBe('0');
      expect(demo.page.workers()).toHaveLength(0);
      await demo.close();
    },
    SESSION_MS,
  );

  it(
    'when start is called twice: both calls are of one try',
    () =>
      leavesNothing('?plan=turn-left', async (demo) => {
        const starts = demo.page.evaluate(() => {
          let begun = 0;
          const count = (): void => {
            begun += 1;
          };
          window.addEventListener('huoti-start', count);
          const element = document.querySelector<HuotiLivenessElement>('huoti-liveness');
          if (!element) throw new TypeError('the page has no element');
          const both = [element.start(), element.start()];
          return Promise.all(both).then(() => {
            window.removeEventListener('huoti-start', count);
            return begun;
          });
        });
        await agree(demo.page);
        expect(await starts).toBe(1);
        expect((await demo.end()).kind).toBe('result');
      }),
    SESSION_MS,
  );

  it(
    'after ten tries in a row by the button "Try again", each with a camera and a nonce of its own',
    async () => {
      camera.show(crowd);
      await leavesNothing('?plan=turn-left', async (demo) => {
        const nonces = new Set<string>();
        for (let attempt = 1; attempt <= 10; attempt += 1) {
          let end: TryEnd;
          if (attempt === 1) end = await demo.run();
          else {
            await demo.page.evaluate(() => (window.huotiTry = null));
            await demo.page.locator('huoti-liveness >> [part~="retry-button"]').click();
            end = await demo.end();
          }
          const result = resultOf(end);
          expect(summaryOf(end)).toBe('SEVERAL_FACES');
          expect(result.frameCount).toBeGreaterThan(0);
          nonces.add(result.nonce);
        }
        expect(nonces.size).toBe(10);
      });
    },
    2 * SESSION_MS,
  );
});
