import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScreenLight } from '@huoti/core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/launchBrowser.js';
import { serveTestPage, type TestServer } from './support/serveTestPage.js';

const NOTHING = { tracks: 0, timers: 0, frames: 0, listeners: 0, workers: 0 };
const VIEW = { width: 390, height: 844 };

declare global {
  interface Window {
    light: ScreenLight | undefined;
  }
}

let server: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveTestPage({});
  browser = await launchBrowser([]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: VIEW });
  await page.goto(`http://127.0.0.1:${server.port}/`);
});
afterEach(() => page.close());

/** Boxes on the page that somebody put there. */
const layers = (): Promise<readonly (readonly [colour: string, place: readonly number[]])[]> =>
  page.evaluate(() =>
    Array.from(document.body.querySelectorAll('div'), (layer) => {
      const { x, y, width, height } = layer.getBoundingClientRect();
      return [getComputedStyle(layer).backgroundColor, [x, y, width, height]] as const;
    }),
  );

describe('the screen light in Chromium, on a page with the strict policy', () => {
  it('fills the viewport with the colour, on the glass after it was drawn, and leaves nothing when it is closed', async () => {
    const times = await page.evaluate(async () => {
      window.light = window.adapter.createBrowserScreenLight();
      const askedMs = performance.now();
      let drawnMs = 0;
      requestAnimationFrame(() => (drawnMs = performance.now()));
      const onGlassMs = await window.light.show([0, 0.5, 1]);
      return {
        drawnMs: drawnMs - askedMs,
        onGlassMs: onGlassMs - askedMs,
        settledMs: performance.now() - askedMs,
      };
    });
    expect(times.onGlassMs).toBeGreaterThan(times.drawnMs);
    expect(times.settledMs).toBeGreaterThanOrEqual(times.onGlassMs);
    expect(await layers()).toEqual([['rgb(0, 128, 255)', [0, 0, VIEW.width, VIEW.height]]]);

    await page.evaluate(() => window.light?.show([1, 1, 0]));
    expect(await layers()).toEqual([['rgb(255, 255, 0)', [0, 0, VIEW.width, VIEW.height]]]);

    await page.evaluate(() => window.light?.close());
    expect(await layers()).toEqual([]);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);

  it('an abort in the middle of a colour leaves nothing either', async () => {
    const code = await page.evaluate(async () => {
      const light = window.adapter.createBrowserScreenLight();
      const abort = new AbortController();
      const shown = light.show([0, 0, 1], { signal: abort.signal }).then(
        () => 'shown',
        (error: { code?: string }) => error.code,
      );
      abort.abort();
      const ended = await shown;
      await light.close();
      return ended;
    });
    expect(code).toBe('ABORTED');
    expect(await layers()).toEqual([]);
    expect(await page.evaluate(() => window.alive())).toEqual(NOTHING);
  }, 30_000);

  it.each([
    ['nothing special', {}, 'available'],
    ['less motion', { reducedMotion: 'reduce' }, 'reduced-motion'],
    ['forced colours', { forcedColors: 'active' }, 'no-screen'],
  ] as const)('on a device that asks for %s the light is as it should be', async (_what, media, expected) => {
    await page.emulateMedia(media);
    const support = await page.evaluate(() => window.adapter.lightSupport());
    expect(support === 'available' ? support : support.unavailable).toBe(expected);
  });
});
