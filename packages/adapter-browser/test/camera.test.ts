import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { BrowserFrameStream } from '../src/index.js';
import { launchBrowser, launchPlainBrowser } from './support/launchBrowser.js';
import { makeY4m } from './support/makeY4m.js';
import { serveTestPage, type TestServer } from './support/serveTestPage.js';

const FAKE_CAMERA = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
const NOTHING = { tracks: 0, timers: 0, frames: 0, listeners: 0, workers: 0 };

declare global {
  interface Window {
    stream: BrowserFrameStream | undefined;
    codeOf(work: Promise<unknown>): Promise<string>;
  }
}

let server: TestServer;
let folder: string;
let browser: Browser | undefined;

beforeAll(async () => {
  server = await serveTestPage({});
  folder = await mkdtemp(join(tmpdir(), 'huoti-camera-'));
  await writeFile(join(folder, 'clip.y4m'), makeY4m({ widthPx: 320, heightPx: 240, count: 30 }));
  await writeFile(join(folder, 'odd.y4m'), makeY4m({ widthPx: 321, heightPx: 241, count: 30 }));
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

/** A fresh browser with the test page open; what `codeOf` gives is an error's code, or `opened`. */
async function openPage(flags: readonly string[], url = `http://127.0.0.1:${server.port}/`): Promise<Page> {
  browser = await launchBrowser(flags);
  const context = await browser.newContext();
  const page = await context.newPage();
  await prepare(page, url);
  return page;
}

async function prepare(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => {
    window.codeOf = (work) =>
      work.then(
        (stream) => {
          window.stream = stream as BrowserFrameStream;
          return 'opened';
        },
        (error: { code?: string }) => error.code ?? String(error),
      );
  });
}

const withClip = (name: string): string[] => [
  ...FAKE_CAMERA,
  `--use-file-for-fake-video-capture=${join(folder, name)}`,
];

const openCamera = (page: Page): Promise<string> =>
  page.evaluate(() => window.codeOf(window.adapter.createCameraSource().open()));

/** The place in the clip of the next frames, by their brightness. */
const nextIndices = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const indices: number[] = [];
    while (indices.length < wanted) {
      const frame = await window.stream?.nextFrame();
      if (!frame) break;
      // Luma of limited range to the full range of RGB, as the browser makes it.
      indices.push(Math.round((((frame.data[0] ?? 0) * 219) / 255 + 16 - 20) / 6));
      frame.close();
    }
    return indices;
  }, count);

/** Takes frames until they end: how, and after how many ms. */
const nextEnd = (page: Page): Promise<readonly [code: string, waitedMs: number]> =>
  page.evaluate(async () => {
    const startMs = performance.now();
    for (;;) {
      try {
        (await window.stream?.nextFrame())?.close();
      } catch (error) {
        return [(error as { code?: string }).code ?? String(error), performance.now() - startMs] as const;
      }
    }
  });

describe('the camera in Chromium', () => {
  it('gives the frames of the clip in order, and leaves nothing when it is closed', async () => {
    const page = await openPage(withClip('clip.y4m'));
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
    expect(await openCamera(page)).toBe('opened');
    const first = await nextIndices(page, 12);
    const steps = first.slice(1).map((index, at) => (index - (first[at] ?? 0) + 30) % 30);
    expect(first.length).toBe(12);
    expect(steps.every((step) => step <= 4)).toBe(true);
    expect(steps.filter((step) => step > 0).length).toBeGreaterThan(8);

    const facts = await page.evaluate(async () => {
      const frame = await window.stream?.nextFrame();
      const size = [frame?.widthPx, frame?.heightPx, frame?.data.length];
      const ageMs = performance.now() - (frame?.timestampMs ?? NaN);
      const video = window.stream?.preview.element as HTMLVideoElement;
      await window.stream?.close();
      return {
        size,
        ageMs,
        black: frame?.data.every((byte) => byte === 0),
        emptied: video.srcObject === null,
      };
    });
    expect(facts).toMatchObject({ size: [320, 240, 320 * 240 * 4], black: true, emptied: true });
    expect(facts.ageMs).toBeGreaterThanOrEqual(-1);
    expect(facts.ageMs).toBeLessThan(1000);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);

    // The fake camera starts its file anew: old pictures would have high indices.
    await page.waitForTimeout(200);
    expect(await openCamera(page)).toBe('opened');
    const second = await nextIndices(page, 3);
    expect(second[0]).toBeLessThan(15);
    await page.evaluate(() => window.stream?.close());
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 40_000);

  it('shows the preview in the page without losing frames when it is put there and moved', async () => {
    const page = await openPage(withClip('clip.y4m'));
    const seen = await page.evaluate(async () => {
      const source = window.adapter.createCameraSource();
      source.subscribePreview((preview) => preview && document.body.append(preview.element));
      const stream = await source.open();
      (await stream.nextFrame())?.close();
      const { element } = stream.preview;
      const box = document.createElement('div');
      document.body.append(box);
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      box.append(element);
      let frames = 0;
      for (; frames < 5; frames += 1) (await stream.nextFrame())?.close();
      const { width, height } = element.getBoundingClientRect();
      await stream.close();
      return { frames, shown: width > 0 && height > 0 };
    });
    expect(seen).toEqual({ frames: 5, shown: true });
  }, 40_000);

  it('refused permission is CAMERA_PERMISSION_DENIED', async () => {
    const page = await openPage([
      '--use-fake-ui-for-media-stream=deny',
      '--use-fake-device-for-media-stream',
    ]);
    expect(await openCamera(page)).toBe('CAMERA_PERMISSION_DENIED');
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);

  it('a device without a camera is CAMERA_NOT_FOUND', async () => {
    const page = await openPage([FAKE_CAMERA[0] ?? '', '--use-fake-device-for-media-stream=device-count=0']);
    expect(await openCamera(page)).toBe('CAMERA_NOT_FOUND');
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);

  it('a page without https is INSECURE_CONTEXT, in the support report too', async () => {
    const flags = [...FAKE_CAMERA, '--host-resolver-rules=MAP bank.test 127.0.0.1'];
    const page = await openPage(flags, `http://bank.test:${server.port}/`);
    expect(await openCamera(page)).toBe('INSECURE_CONTEXT');
    const code = await page.evaluate(() => window.adapter.checkSupport().blocker?.code);
    expect(code).toBe('INSECURE_CONTEXT');
  }, 30_000);

  it('a camera that opens and never gives a frame is CAMERA_INTERRUPTED after 4 s', async () => {
    const page = await openPage(FAKE_CAMERA);
    await page.evaluate(() => {
      // A live track without a picture: the camera that stalls or vanishes fires nothing either.
      const canvas = document.createElement('canvas');
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(0);
      canvas.getContext('2d');
    });
    expect(await openCamera(page)).toBe('opened');
    const [code, waitedMs] = await nextEnd(page);
    expect(code).toBe('CAMERA_INTERRUPTED');
    expect(waitedMs).toBeGreaterThan(3500);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 40_000);

  it('a camera of odd size, which Chromium ends as it opens, is CAMERA_INTERRUPTED, or unreadable before', async () => {
    const page = await openPage(withClip('odd.y4m'));
    // Whether the end comes before or after the promise is a matter of luck.
    const opened = await openCamera(page);
    const [code] = opened === 'opened' ? await nextEnd(page) : [opened];
    // Where it ends while the promise is settled, on a busy machine, Chromium calls it unreadable, as one that is in use.
    const early = opened === 'opened' ? [] : ['CAMERA_IN_USE'];
    expect(['CAMERA_INTERRUPTED', ...early]).toContain(code);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 40_000);

  it('a page that another tab hides is CAMERA_INTERRUPTED, and the camera is off', async () => {
    const plain = await launchPlainBrowser(withClip('clip.y4m'));
    try {
      const context = plain.browser.contexts()[0];
      const page = context?.pages()[0];
      if (!context || !page) throw new TypeError('Chromium opened no tab');
      await prepare(page, `http://127.0.0.1:${server.port}/`);
      expect(await openCamera(page)).toBe('opened');
      await nextIndices(page, 2);
      const pending = nextEnd(page);
      await (await context.newPage()).bringToFront();
      expect((await pending)[0]).toBe('CAMERA_INTERRUPTED');
      const after = await page.evaluate(() => [document.visibilityState, window.alive()] as const);
      expect(after).toEqual(['hidden', NOTHING]);
    } finally {
      await plain.close();
    }
  }, 40_000);
});
