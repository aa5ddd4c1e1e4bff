import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { createCameraElement } from '../camera/createCameraElement.js';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { createFakeMiniProgram, type FakeMiniProgramOptions } from '../testing/createFakeMiniProgram.js';
import { createMiniProgramScreenLight } from './createMiniProgramScreenLight.js';
import { miniProgramLightSupport } from './miniProgramLightSupport.js';

const bench = (options: FakeMiniProgramOptions = {}) => {
  const platform = createFakeMiniProgram(options);
  const clock = createManualClock({ startMs: 500 });
  const page = platform.showPage(createCameraElement());
  const light = createMiniProgramScreenLight({ api: platform.api, surface: page.surface, clock });
  const pass = async (durationMs: number): Promise<void> => {
    for (let passed = 0; passed < durationMs; passed += 50) {
      clock.advanceBy(50);
      await settle();
    }
  };
  /** Everything as it was before. */
  const restored = (): boolean =>
    page.colour === null &&
    platform.brightness === 0.4 &&
    !platform.keepsScreenOn &&
    clock.sleeperCount === 0;
  return { platform, clock, page, light, pass, restored };
};

describe("the mini-program's screen light", () => {
  it('makes the screen bright and awake before the first colour, and puts all of it back', async () => {
    const { platform, page, light, restored } = bench();
    expect(platform.calls).toEqual([]);
    expect(await light.show([0, 0.5, 1])).toBe(500);
    expect(page.colour).toEqual([0, 0.5, 1]);
    expect(platform).toMatchObject({ brightness: 1, keepsScreenOn: true });
    await light.show([1, 1, 1]);
    expect(platform.calls.filter((call) => call === 'getScreenBrightness')).toHaveLength(1);
    await light.close();
    await light.close();
    expect(restored()).toBe(true);
    expect(await codeOf(light.show([1, 1, 1]))).toBe('DISPOSED');
  });

  it('resolves when the view layer has taken the colour, with that time', async () => {
    const { clock, page, platform } = bench();
    let taken: () => void = () => undefined;
    const light = createMiniProgramScreenLight({
      api: platform.api,
      clock,
      surface: { isVisible: () => true, paint: () => new Promise<void>((resolve) => (taken = resolve)) },
    });
    const shown = light.show([1, 0, 0]);
    await settle();
    clock.advanceBy(120);
    taken();
    expect(await shown).toBe(620);
    expect(page.colour).toBeNull();
    const closing = light.close();
    await settle();
    taken();
    await closing;
  });

  it('a view that takes no colour for 1 s is HOST_ERROR, retryable', async () => {
    const { page, light, pass, restored } = bench();
    page.takesColours = false;
    const shown = light.show([1, 1, 1]).catch((error: unknown) => error);
    await pass(1_100);
    expect(await shown).toMatchObject({ code: 'HOST_ERROR', retryable: true });
    page.takesColours = true;
    await light.close();
    expect(restored()).toBe(true);
  });

  it('an abort and a close end a colour that is under way', async () => {
    const aborted = bench();
    aborted.page.takesColours = false;
    const abort = createAbortSource();
    const first = codeOf(aborted.light.show([1, 1, 1], { signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await first).toBe('ABORTED');
    expect(await codeOf(aborted.light.show([1, 1, 1], { signal: abort.signal }))).toBe('ABORTED');

    const closed = bench();
    closed.page.takesColours = false;
    const second = codeOf(closed.light.show([1, 1, 1]));
    await settle();
    closed.page.takesColours = true;
    await closed.light.close();
    expect(await second).toBe('DISPOSED');
    await closed.pass(1_100);
    expect(closed.restored()).toBe(true);
  });

  it('a close while the brightness is read leaves it as it was', async () => {
    const { platform, light, restored, page } = bench();
    platform.behave('getScreenBrightness', 'held');
    const shown = codeOf(light.show([1, 1, 1]));
    await settle();
    await light.close();
    platform.answer('getScreenBrightness');
    await settle();
    expect(await shown).toBe('DISPOSED');
    expect(page.paintCount).toBe(0);
    expect(platform.calls).not.toContain('setScreenBrightness');
    expect(restored()).toBe(true);
  });

  it.each(['silent', 'throws', 'twice', { fails: { errMsg: 'x:fail' } }] as const)(
    'a platform whose screen calls are %j is done without, within the time that core gives a colour',
    async (behaviour) => {
      const { platform, page, light, pass, clock } = bench();
      for (const call of ['getScreenBrightness', 'setScreenBrightness', 'setKeepScreenOn'] as const) {
        platform.behave(call, behaviour);
      }
      const shown = light.show([0, 1, 0]);
      await pass(450);
      await shown;
      expect(page.colour).toEqual([0, 1, 0]);
      const closing = light.close();
      await pass(1_050);
      await closing;
      expect(page.colour).toBeNull();
      expect(clock.sleeperCount).toBe(0);
    },
  );

  it('a brightness that can not be read is not changed', async () => {
    const { platform, light } = bench({ lacks: ['getScreenBrightness'] });
    await light.show([1, 1, 1]);
    expect(platform.brightness).toBe(0.4);
    await light.close();
    expect(platform.brightness).toBe(0.4);
  });

  it('a page that fails to take the colour away is told of, with the brightness back, and asked again', async () => {
    const platform = createFakeMiniProgram();
    const clock = createManualClock();
    const painted: unknown[] = [];
    let fails = true;
    const light = createMiniProgramScreenLight({
      api: platform.api,
      clock,
      surface: {
        isVisible: () => true,
        paint(colour) {
          if (colour === null && fails) throw new TypeError('the page is busy');
          painted.push(colour);
          return Promise.resolve();
        },
      },
    });
    await light.show([1, 1, 1]);
    expect(await codeOf(light.close())).toBe('HOST_ERROR');
    expect(platform.brightness).toBe(0.4);
    fails = false;
    await light.close();
    expect(painted).toEqual([[1, 1, 1], null]);
  });

  it.each([[[1, 1]], [[1, 1, 1.1]], [[1, -0.1, 1]], [[NaN, 0, 0]]])('%j is no colour', async (colour) => {
    const { light, platform } = bench();
    expect(await codeOf(light.show(colour as never))).toBe('INVALID_ARGUMENT');
    expect(platform.calls).toEqual([]);
  });

  it('one colour at a time', async () => {
    const { light, page } = bench();
    const first = light.show([1, 0, 0]);
    expect(await codeOf(light.show([0, 1, 0]))).toBe('BUSY');
    await first;
    expect(page.colour).toEqual([1, 0, 0]);
    await light.close();
  });
});

describe('whether the light may be used', () => {
  const seen = { isVisible: () => true };
  it.each([
    [{ surface: seen }, 'available'],
    [{ surface: seen, declined: true }, { unavailable: 'declined' }],
    [{ surface: seen, reducedMotion: true }, { unavailable: 'reduced-motion' }],
    [{ surface: { isVisible: () => false } }, { unavailable: 'no-screen' }],
    [{ surface: null }, { unavailable: 'no-screen' }],
  ])('%j: %j', (options, expected) => {
    expect(miniProgramLightSupport(options)).toEqual(expected);
  });
});
