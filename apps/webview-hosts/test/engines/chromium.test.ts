import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import {
  agree,
  convertClip,
  createCameraFile,
  launchBrowser,
  untilCompleted,
  type CameraFile,
} from '@huoti/demo-browser/testing';
import { TURNS } from '../harness/completes.js';
import { footageFolder } from '../harness/footage.js';
import { openPlain } from '../harness/openPlain.js';
import { serveParent, type ParentSite } from '../harness/serveParent.js';
import { startEmbedSite, type EmbedSite } from '../harness/startEmbedSite.js';

const SESSION_MS = 240_000;
const TRY_MS = 60_000;
/** Half of the 5 s for which a page that expects an app waits for its hello. */
const LOADING_WITHIN_MS = 2500;
const footage = footageFolder();

let site: EmbedSite;
let camera: CameraFile;
let browser: Browser;
let parent: ParentSite;
let stranger: ParentSite;

beforeAll(async () => {
  parent = await serveParent();
  stranger = await serveParent();
  site = await startEmbedSite({ parents: [parent.origin] });
  camera = createCameraFile('mjpeg');
  writeFileSync(camera.path, '');
  browser = await launchBrowser({ clip: camera.path });
}, SESSION_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
  await parent.close();
  await stranger.close();
  camera.close();
});

const play = async (clip: string): Promise<void> =>
  camera.show(
    await convertClip({
      inputs: [`${footage}videos/${clip}`],
      output: join(camera.folder, 'clip.mjpeg'),
    }),
  );

describe('Chromium', () => {
  it.each([
    ['completes with a real person', 'live_a01_headturn.mp4', 'completed'],
    ['refuses two people', 'multi_a01_two_faces.mp4', 'SEVERAL_FACES'],
  ])(
    '%s, and nobody waits for an app',
    async (_what, clip, ends) => {
      await play(clip);
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      const opened = await openPlain(page, site.address('embed', TURNS));
      let isFirst = true;
      const run = async (): Promise<string> => {
        const pressedAtMs = performance.now();
        await opened.start();
        if (isFirst) {
          await opened.waitForState('loading');
          expect(performance.now() - pressedAtMs).toBeLessThan(LOADING_WITHIN_MS);
        }
        isFirst = false;
        return opened.outcome();
      };
      expect(await (ends === 'completed' ? untilCompleted(run, String) : run())).toBe(ends);
      // Looked for until a late one could have come.
      await page.waitForFunction(() => document.documentElement.dataset.huotiBridge === 'none');
      expect(complaints).toEqual([]);
      await page.close();
    },
    SESSION_MS,
  );

  it(
    'ends where the camera opens and gives no picture, of which nothing tells the page',
    async () => {
      // A width that is odd opens in Chromium's fake camera and never delivers.
      camera.show(
        await convertClip({
          inputs: [`${footage}videos/live_a01_headturn.mp4`],
          filter: 'scale=641:481,format=yuvj444p',
          output: join(camera.folder, 'clip.mjpeg'),
        }),
      );
      const page = await browser.newPage();
      const opened = await openPlain(page, site.address('embed', TURNS));
      await opened.start();
      expect(await opened.outcome()).toBe('CAMERA_INTERRUPTED');
      await page.close();
    },
    SESSION_MS,
  );

  it(
    'has the page around it as its host, where the server lists that page',
    async () => {
      await play('live_a01_headturn.mp4');
      parent.frame(site.address('embed', TURNS));
      const page = await browser.newPage();
      await page.goto(parent.origin);
      const frame = await framed(page);
      await frame.waitForFunction(() => document.documentElement.dataset.huotiBridge === 'iframe');
      const run = async (): Promise<string> => {
        await page.evaluate(() => Reflect.get(window, 'told').splice(0));
        await frame.evaluate(() => {
          void (document.querySelector('huoti-liveness') as HTMLElement & { start(): Promise<void> }).start();
        });
        await agree(frame);
        const told = await page.waitForFunction(
          () => (Reflect.get(window, 'told') as string[]).find((one) => one.startsWith('request result ')),
          undefined,
          { timeout: TRY_MS },
        );
        return (
          String(await told.jsonValue())
            .split(' ')
            .at(-1) ?? ''
        );
      };
      expect(await untilCompleted(run, String)).toBe('completed');
      await page.close();
    },
    SESSION_MS,
  );

  it(
    'is started by the page around it at the notice, where the grant brings an age; nothing is loaded, and a refusal is told',
    async () => {
      parent.frame(site.address('embed', 'lang=en&level=trace'));
      const page = await browser.newPage();
      await page.goto(parent.origin);
      const frame = await framed(page);
      await frame.waitForFunction(() => document.documentElement.dataset.huotiBridge === 'iframe');
      await page.waitForLoadState('networkidle');
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.evaluate(() => {
        const grant = { sessionId: 's'.repeat(22), clientToken: 't'.repeat(43), ageBand: 'adult' };
        (Reflect.get(window, 'ask') as (name: string, payload: object) => void)('session.start', { grant });
      });
      await frame.waitForSelector('huoti-liveness >> .consent.at-notice');
      expect(await frame.evaluate(() => document.documentElement.dataset.huotiState)).toBe('idle');
      await agree(frame, { answer: 'refuse' });
      await page.waitForFunction(() => Reflect.get(window, 'told').includes('request result declined'));
      expect(await frame.evaluate(() => document.documentElement.dataset.huotiOutcome)).toBe('DECLINED');
      expect(requests).toEqual([]);
      await page.close();
    },
    SESSION_MS,
  );

  it('is not shown by a page that is not listed, whatever its address says', async () => {
    stranger.frame(site.address('embed', `parent=${encodeURIComponent(stranger.origin)}`));
    const page = await browser.newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(stranger.origin);
    await refused;
    expect(await page.evaluate(() => Reflect.get(window, 'told') as unknown)).toEqual([]);
    await page.close();
  });
});

/** The page inside of the other. */
async function framed(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new TypeError('the page has no frame');
  return frame;
}
