import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestPage, type TestPage } from './harness/openTestPage.js';
import { completed, failed, screens, type ScriptStep } from './harness/screens.js';

let testPage: TestPage;
let page: Page;
let requests: string[];

beforeAll(async () => {
  testPage = await openTestPage();
  ({ page, requests } = await testPage.open({ viewport: { width: 375, height: 812 } }));
}, 60000);
afterAll(() => testPage.close());
beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await page.goto(testPage.origin);
  await page.waitForFunction(() => 'harness' in window);
  await page.evaluate(() => window.harness.mount());
});

const play = (steps: readonly ScriptStep[]): Promise<void> =>
  page.evaluate((script) => window.harness.play(script), steps);
const seenTypes = (): Promise<string[]> => page.evaluate(() => window.harness.seen().map(({ type }) => type));
const left = (): Promise<unknown> =>
  page.evaluate(() => ({
    streams: window.harness.openStreams.count,
    sessions: window.harness.liveSessions.count,
    listeners: window.harness.session()?.listenerCount,
    pictures: window.harness.element()?.shadowRoot?.querySelectorAll('video, canvas').length,
  }));
const NOTHING = { streams: 0, sessions: 0, listeners: 0, pictures: 0 };
const headline = (): Promise<string | null> => page.locator('huoti-liveness #headline').textContent();
const focused = (): Promise<string | undefined> =>
  page.evaluate(() => {
    const inner = window.harness.element()?.shadowRoot?.activeElement;
    return inner?.id !== '' ? inner?.id : (inner.getAttribute('part') ?? undefined);
  });

describe('before start', () => {
  it('nothing is requested, opened, made or told', async () => {
    const before = requests.length;
    await page.waitForTimeout(500);
    expect(requests.length).toBe(before);
    expect(await page.evaluate(() => window.harness.liveSessions.made)).toBe(0);
    expect(await seenTypes()).toEqual([]);
  });

  it('without another way a try does not start, and the page is told why', async () => {
    await page.evaluate(async () => {
      await window.harness.mount({ alternative: false });
      await window.harness.element()?.start();
    });
    const errors = await page.evaluate(() =>
      window.harness.seen().filter(({ type }) => type === 'huoti-error'),
    );
    expect(errors).toMatchObject([{ detail: { code: 'INVALID_ARGUMENT' } }]);
    expect(await page.evaluate(() => window.harness.liveSessions.made)).toBe(0);
  });

  it('a filled slot is another way too', async () => {
    await page.evaluate(async () => {
      await window.harness.mount({ alternative: false });
      const link = document.createElement('a');
      link.slot = 'alternative';
      link.href = '#branch';
      link.textContent = 'Visit a branch';
      window.harness.element()?.append(link);
      void window.harness.element()?.start();
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await page.evaluate(() => window.harness.liveSessions.made)).toBe(1);
  });
});

describe('events', () => {
  it('a completed try: start, phases, result, in this order, across the shadow root', async () => {
    await play([...(screens['blink'] ?? []), { do: 'end', result: completed }]);
    const types = await seenTypes();
    expect(types[0]).toBe('huoti-start');
    expect(types[types.length - 1]).toBe('huoti-result');
    expect(types.filter((type) => type === 'huoti-result')).toHaveLength(1);
    expect(types).not.toContain('huoti-error');
    const phases = await page.evaluate(() =>
      window.harness
        .seen()
        .filter(({ type }) => type === 'huoti-phase')
        .map(({ detail }) => (detail as { kind: string }).kind),
    );
    expect(phases).toEqual(['loading', 'finding', 'challenge', 'result']);
    expect(await left()).toEqual(NOTHING);
  });

  it('a failed try gives its result, not an error', async () => {
    await play([{ do: 'start' }, { do: 'end', result: failed('NO_FACE') }]);
    const results = await page.evaluate(() =>
      window.harness.seen().filter(({ type }) => type === 'huoti-result'),
    );
    expect(results).toMatchObject([{ detail: { status: 'failed', reason: 'NO_FACE' } }]);
    expect(await seenTypes()).not.toContain('huoti-error');
  });

  it('a broken try gives its error, and nothing is left', async () => {
    await play([...(screens['blink'] ?? []), { do: 'fail', code: 'CAMERA_INTERRUPTED', retryable: true }]);
    const errors = await page.evaluate(() =>
      window.harness.seen().filter(({ type }) => type === 'huoti-error'),
    );
    expect(errors).toMatchObject([{ detail: { code: 'CAMERA_INTERRUPTED', retryable: true } }]);
    expect(await left()).toEqual(NOTHING);
  });

  it('a builder that throws something of its own is a HOST_ERROR', async () => {
    await page.evaluate(async () => {
      const element = window.harness.element();
      if (element !== null) element.createSession = () => Promise.reject(new TypeError('no route'));
      await element?.start();
    });
    const errors = await page.evaluate(() =>
      window.harness.seen().filter(({ type }) => type === 'huoti-error'),
    );
    expect(errors).toMatchObject([{ detail: { code: 'HOST_ERROR', retryable: true } }]);
  });
});

describe('cancel, retry, removal', () => {
  it('a second start while one runs makes no second session', async () => {
    await play([{ do: 'start' }, { do: 'start' }, { do: 'start' }]);
    expect(await page.evaluate(() => window.harness.liveSessions.made)).toBe(1);
    expect((await seenTypes()).filter((type) => type === 'huoti-start')).toHaveLength(1);
  });

  it.each(['loading', 'permission', 'finding', 'blink', 'neutral'])(
    'cancel in %s leaves nothing',
    async (name) => {
      await page.evaluate((screen) => window.harness.show(screen), name);
      await page.locator('huoti-liveness [part=cancel-button]').click();
      await page.locator('huoti-liveness [part~=start-button]').waitFor();
      expect(await left()).toEqual(NOTHING);
      expect((await seenTypes()).filter((type) => type === 'huoti-cancel')).toHaveLength(1);
      expect(await page.locator('huoti-liveness [part=note]').textContent()).toBe(
        'Stopped. The camera is off.',
      );
    },
  );

  it('taken out of the page in mid-run it leaves nothing, no timer either', async () => {
    await play(screens['blink'] ?? []);
    await page.evaluate(async () => {
      window.harness.element()?.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(await left()).toEqual(NOTHING);
    const updates = await page.evaluate(async () => {
      const element = window.harness.element();
      let count = 0;
      element?.addEventListener('huoti-phase', () => (count += 1));
      await new Promise((resolve) => setTimeout(resolve, 600));
      return count;
    });
    expect(updates).toBe(0);
  });

  it('a session that is made after the cancel is closed without being shown', async () => {
    const state = await page.evaluate(async () => {
      const { harness } = window;
      const element = harness.element();
      const build = element?.createSession;
      if (!element || !build) return null;
      element.createSession = async (request) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        return build(request);
      };
      const running = element.start();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await element.cancel();
      await running;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return {
        made: harness.liveSessions.made,
        live: harness.liveSessions.count,
        streams: harness.openStreams.count,
      };
    });
    expect(state).toEqual({ made: 1, live: 0, streams: 0 });
  });

  it('ten retries are ten sessions, each closed before the next', async () => {
    await play([{ do: 'start' }, { do: 'end', result: failed('CHALLENGE_TIMEOUT') }]);
    for (let i = 0; i < 9; i += 1) {
      await page.locator('huoti-liveness [part~=retry-button]').click();
      await play([
        { do: 'emit', event: { type: 'phase-change', phase: 'finding', atMs: 0 } },
        { do: 'wait', ms: 60 },
      ]);
      expect(await page.evaluate(() => window.harness.liveSessions.count)).toBe(1);
      await play([{ do: 'end', result: failed('CHALLENGE_TIMEOUT') }]);
    }
    expect(await page.evaluate(() => window.harness.liveSessions.made)).toBe(10);
    const attempts = await page.evaluate(() =>
      window.harness
        .seen()
        .filter(({ type }) => type === 'huoti-start')
        .map(({ detail }) => (detail as { attempt: number }).attempt),
    );
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await left()).toEqual(NOTHING);
  });
});

describe('another way', () => {
  it('stops the try, tells the page and calls the handler once', async () => {
    await play([{ do: 'start' }, { do: 'end', result: failed('SPOOF_SUSPECTED') }]);
    await page.locator('huoti-liveness [part~=alternative-button]').click();
    const types = await seenTypes();
    expect(types.slice(-2)).toEqual(['huoti-alternative', 'alternative-called']);
  });

  it.each(['intro', 'failed', 'error'])('weighs the same as its neighbour on %s', async (name) => {
    await page.evaluate((screen) => window.harness.show(screen), name);
    const looks = await page.locator('huoti-liveness .buttons button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        const { fontSize, fontWeight, borderWidth, borderColor } = getComputedStyle(button);
        return { width, height, fontSize, fontWeight, borderWidth, borderColor };
      }),
    );
    expect(looks).toHaveLength(2);
    expect(looks[0]).toEqual(looks[1]);
  });
});

describe('keyboard and screen reader', () => {
  it('the whole way with the keyboard alone', async () => {
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('button start-button');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('button alternative-button');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('huoti-liveness [part=cancel-button]').waitFor();
    await expect(focused()).resolves.toBe('headline');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('cancel-button');
    await play([{ do: 'end', result: failed('NO_FACE') }]);
    expect(await focused()).toBe('headline');
    expect(await headline()).toBe('We couldn’t see a face');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('button retry-button');
    await page.keyboard.press('Space');
    await page.locator('huoti-liveness [part=cancel-button]').waitFor();
  });

  it('does not take the focus before anybody has started', async () => {
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('speaks the step and what to do, politely, then the end', async () => {
    const spoken = page.locator('huoti-liveness [role=status]');
    expect(await spoken.getAttribute('aria-live')).toBe('polite');
    await play(screens['turn-left'] ?? []);
    expect((await spoken.textContent())?.trim()).toBe('Step 3 of 4. Turn your head to the left');
    await play([{ do: 'end', result: failed('CHALLENGE_TIMEOUT') }]);
    expect((await spoken.textContent())?.trim()).toMatch(/^No harm done/);
  });

  it('a visible focus ring is there on every button', async () => {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const inner = window.harness.element()?.shadowRoot?.activeElement;
      return inner ? getComputedStyle(inner).outlineStyle : 'none';
    });
    expect(outline).toBe('solid');
  });
});

describe('looks', () => {
  it('breaks no strict policy, and this page would notice if it did', async () => {
    await play([...(screens['turn-left'] ?? []), { do: 'end', result: completed }]);
    expect(await page.evaluate(() => window.harness.violations)).toEqual([]);
    await page.evaluate(async () => {
      document.body.setAttribute('style', 'color: red');
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(await page.evaluate(() => window.harness.violations)).toMatchObject([
      expect.stringContaining('style-src'),
    ]);
  });

  it('shows the drawn frames as a mirror, and takes them away at the end', async () => {
    await play(screens['blink'] ?? []);
    const canvas = page.locator('huoti-liveness .picture canvas');
    expect(await canvas.evaluate((element) => getComputedStyle(element).transform)).toBe(
      'matrix(-1, 0, 0, 1, 0, 0)',
    );
    const middle = await canvas.evaluate((element: HTMLCanvasElement) =>
      Array.from(element.getContext('2d')?.getImageData(240, 330, 1, 1).data ?? []),
    );
    expect(middle).toEqual([217, 163, 124, 255]);
  });

  it('follows navigator.languages until `lang` is set', async () => {
    expect(await headline()).toBe('Let’s check that you’re here');
    await page.evaluate(() => window.harness.element()?.setAttribute('lang', 'zh'));
    expect(await headline()).toBe('确认是您本人在操作');
    expect(await page.locator('huoti-liveness .root').getAttribute('lang')).toBe('zh-CN');
  });

  it('a Chinese browser sees Chinese without being told', async () => {
    const chinese = await testPage.open({ locale: 'zh-CN' });
    await chinese.page.evaluate(() => window.harness.mount());
    expect(await chinese.page.locator('huoti-liveness #headline').textContent()).toBe('确认是您本人在操作');
    await chinese.page.context().close();
  });

  it('theme auto follows the device, light and dark do not', async () => {
    const background = (): Promise<string> =>
      page.locator('huoti-liveness').evaluate((element) => getComputedStyle(element).backgroundColor);
    const colours: string[] = [];
    for (const theme of ['auto', 'light', 'dark']) {
      await page.evaluate((name) => window.harness.element()?.setAttribute('theme', name), theme);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        colours.push(await background());
      }
    }
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(13, 21, 28)'];
    expect(colours).toEqual([light, dark, light, light, dark, dark]);
  });

  it.each(['intro', 'permission', 'challenge-hint', 'failed', 'error'])(
    'text at 200 % on %s loses nothing',
    async (name) => {
      await page.evaluate((screen) => window.harness.show(screen), name);
      await page.addStyleTag({ url: '/large.css' });
      await page.waitForTimeout(100);
      const faults = await page.evaluate(() => window.harness.findLayoutFaults());
      // Scrolling is allowed then; losing text to the side or under something else is not.
      expect(faults.filter((fault) => / wide in | lies on |reaches out.*"x":-/.test(fault))).toEqual([]);
    },
  );

  it.each(['intro', 'challenge-hint', 'failed'])('forced colours keep %s readable', async (name) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.evaluate((screen) => window.harness.show(screen), name);
    expect(await page.evaluate(() => window.harness.findLayoutFaults())).toEqual([]);
    const borders = await page
      .locator('huoti-liveness .button, huoti-liveness .hint')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderStyle));
    expect(borders.every((style) => style === 'solid')).toBe(true);
  });

  it('with reduced motion nothing is animated, and without it the figure is', async () => {
    await play(screens['turn-left'] ?? []);
    const running = (): Promise<number> =>
      page.evaluate(() => {
        const all = window.harness.element()?.shadowRoot?.getAnimations() ?? [];
        return all.filter(({ effect }) => (effect?.getTiming().iterations ?? 1) === Infinity).length;
      });
    expect(await running()).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await running()).toBeGreaterThan(0);
  });
});
