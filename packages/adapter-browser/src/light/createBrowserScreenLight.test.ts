import { describe, expect, it } from '@jest/globals';
import { codeOf } from '../../test/support/cameraHarness.js';
import { FakeBrowser, settle } from '../../test/support/fakeBrowser.js';
import { createBrowserScreenLight, MAX_PAINT_MS } from './createBrowserScreenLight.js';
import type { LightColour, LightSurface } from './LightSurface.js';

const setUp = () => {
  const browser = new FakeBrowser();
  const painted: (LightColour | null)[] = [];
  const surface: LightSurface = { isVisible: () => true, paint: (colour) => painted.push(colour) };
  const light = createBrowserScreenLight({ surface, environment: browser.environment });
  return { browser, painted, light };
};

describe('createBrowserScreenLight', () => {
  it('touches nothing before a colour is shown', () => {
    const { browser, painted } = setUp();
    expect([browser.liveResourceCount, painted.length]).toEqual([0, 0]);
  });

  it('is on the glass at the second repaint after the colour was set, not at the first', async () => {
    const { browser, painted, light } = setUp();
    let onGlassMs: number | null = null;
    void light.show([0, 0.5, 1]).then((atMs) => (onGlassMs = atMs));
    expect(painted).toEqual([[0, 0.5, 1]]);
    browser.nowMs = 1010;
    browser.repaint();
    await settle();
    expect(onGlassMs).toBe(null);
    browser.nowMs = 1026;
    browser.repaint();
    await settle();
    expect(onGlassMs).toBe(1026);
    await light.close();
  });

  it('gives back the screen, the wake lock, timers and listeners at close, which may be called twice', async () => {
    const { browser, painted, light } = setUp();
    const shown = light.show([1, 1, 1]);
    browser.repaint();
    browser.repaint();
    await shown;
    expect(browser.wakeLocks?.held).toBe(1);
    await light.close();
    await light.close();
    expect(painted).toEqual([[1, 1, 1], null]);
    expect(browser.liveResourceCount).toBe(0);
    expect(await codeOf(light.show([0, 0, 0]))).toBe('DISPOSED');
  });

  it('keeps one wake lock for all colours, and needs none', async () => {
    const { browser, light } = setUp();
    for (let index = 0; index < 3; index += 1) {
      const shown = light.show([0, index / 2, 1]);
      browser.repaint();
      browser.repaint();
      await shown;
    }
    expect(browser.wakeLocks?.held).toBe(1);
    await light.close();

    const without = setUp();
    without.browser.wakeLocks = null;
    const shown = without.light.show([0, 0, 1]);
    without.browser.repaint();
    without.browser.repaint();
    expect(await shown).toBe(1000);
    await without.light.close();
  });

  it('ends the wait at an abort, leaving nothing but the colour, which close takes away', async () => {
    const { browser, painted, light } = setUp();
    const abort = new AbortController();
    const ended = codeOf(light.show([0, 0, 1], { signal: abort.signal }));
    browser.repaint();
    abort.abort();
    expect(await ended).toBe('ABORTED');
    await light.close();
    expect(browser.liveResourceCount).toBe(0);
    expect(painted[painted.length - 1]).toBe(null);
    expect(await codeOf(setUp().light.show([0, 0, 1], { signal: abort.signal }))).toBe('ABORTED');
  });

  it('a close while a colour is on its way ends that wait', async () => {
    const { browser, light } = setUp();
    const ended = codeOf(light.show([0, 0, 1]));
    await light.close();
    expect(await ended).toBe('DISPOSED');
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a page that is never drawn is an error within a second, not a light', async () => {
    const { browser, light } = setUp();
    const ended = codeOf(light.show([0, 0, 1]));
    await browser.advance(MAX_PAINT_MS);
    expect(await ended).toBe('HOST_ERROR');
    await light.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('refuses a second colour at the same time, and one that is none', async () => {
    const { light } = setUp();
    expect(await codeOf(light.show([0, 2, 1]))).toBe('INVALID_ARGUMENT');
    expect(await codeOf(light.show([0, NaN, 1]))).toBe('INVALID_ARGUMENT');
    const first = codeOf(light.show([0, 0, 1]));
    expect(await codeOf(light.show([0, 1, 1]))).toBe('BUSY');
    await light.close();
    await first;
  });
});
