import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openTestPage, type TestPage } from './harness/openTestPage.js';

const VIEW = { width: 390, height: 844 };

let testPage: TestPage;
let page: Page;

beforeAll(async () => {
  testPage = await openTestPage();
  ({ page } = await testPage.open({ viewport: VIEW }));
}, 60000);
afterAll(() => testPage.close());
beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
  await page.goto(testPage.origin);
  await page.waitForFunction(() => 'harness' in window);
  await page.evaluate(() => window.harness.mount());
});

const show = (name: string): Promise<void> => page.evaluate((screen) => window.harness.show(screen), name);
const prefer = (light: 'required' | 'preferred' | 'off'): Promise<void> =>
  page.evaluate(async (wanted) => {
    const element = window.harness.element();
    if (element?.policy) element.policy = { ...element.policy, light: wanted };
    await element?.updateComplete;
  }, light);
const notice = () => page.locator('huoti-liveness .flash');

/** What is on the glass: the page's colour and size, the colour of its words, and whether the root is marked. */
const onGlass = () =>
  page.evaluate(() => {
    const root = window.harness.element()?.shadowRoot;
    const running = root?.querySelector('.running');
    const headline = root?.querySelector('#headline');
    const oval = root?.querySelector('.oval')?.getBoundingClientRect();
    const marked = root?.querySelector<HTMLElement>('.root');
    if (!running || !headline || !marked) throw new TypeError('nothing runs');
    const { x, y, width, height } = running.getBoundingClientRect();
    return {
      place: [x, y, width, height],
      colour: getComputedStyle(running).backgroundColor,
      ink: getComputedStyle(headline).color,
      ovalShare: oval ? (oval.width * oval.height * Math.PI) / 4 / (innerWidth * innerHeight) : 1,
      lit: marked.hasAttribute('data-lit'),
      style: marked.getAttribute('style') ?? '',
    };
  });

describe('the surface that a screen light colours', () => {
  it('is the whole window, though the element stands in a smaller box, and the picture is small', async () => {
    await page.evaluate(() => {
      const main = document.querySelector<HTMLElement>('main');
      main?.style.setProperty('width', '300px');
      main?.style.setProperty('height', '500px');
    });
    await show('light-blue');
    const { place, colour, ink, ovalShare } = await onGlass();
    expect(place).toEqual([0, 0, VIEW.width, VIEW.height]);
    expect([colour, ink]).toEqual(['rgb(0, 26, 255)', 'rgb(255, 255, 255)']);
    expect(ovalShare).toBeGreaterThan(0.03);
    expect(ovalShare).toBeLessThan(0.1);
  });

  it('is coloured at once, without waiting for a drawing or fading, and words stay readable', async () => {
    await show('light');
    const seen = await page.evaluate(() => {
      const surface = window.harness.light()?.surface;
      const running = window.harness.element()?.shadowRoot?.querySelector('.running');
      const headline = window.harness.element()?.shadowRoot?.querySelector('#headline');
      if (!running || !headline) throw new TypeError('nothing runs');
      return (
        [
          [1, 1, 1],
          [0, 0, 0],
          [1, 1, 0],
        ] as const
      ).map((colour) => {
        surface?.paint(colour);
        return [getComputedStyle(running).backgroundColor, getComputedStyle(headline).color];
      });
    });
    const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
    expect(seen).toEqual([
      [white, black],
      [black, white],
      ['rgb(255, 255, 0)', black],
    ]);
  });

  it('gives the colour back and leaves no trace of it', async () => {
    await show('light-white');
    expect((await onGlass()).lit).toBe(true);
    await page.evaluate(() => window.harness.light()?.surface.paint(null));
    const { lit, style, colour } = await onGlass();
    expect([lit, style.includes('lit'), colour]).toEqual([false, false, 'rgb(255, 255, 255)']);
  });

  it('a try that ends without giving the colour back takes it along', async () => {
    await show('light-blue');
    await page.evaluate(() => window.harness.element()?.cancel());
    const left = await page.evaluate(() => {
      const root = window.harness.element()?.shadowRoot?.querySelector<HTMLElement>('.root');
      return [root?.hasAttribute('data-lit'), root?.getAttribute('style') ?? ''];
    });
    expect(left).toEqual([false, '']);
  });

  it('is not visible where the element has no size or is out of the page', async () => {
    await show('light');
    const visible = (): Promise<boolean | undefined> =>
      page.evaluate(() => window.harness.light()?.surface.isVisible());
    expect(await visible()).toBe(true);
    await page.evaluate(() => window.harness.element()?.style.setProperty('display', 'none'));
    expect(await visible()).toBe(false);
    await page.evaluate(() => {
      window.harness.element()?.style.removeProperty('display');
      window.harness.element()?.remove();
    });
    expect(await visible()).toBe(false);
  });

  it('keeps the picture that was there: it is neither removed nor made anew', async () => {
    await show('blink');
    const same = await page.evaluate(async () => {
      const find = () => window.harness.element()?.shadowRoot?.querySelector('.picture > *');
      const before = find();
      await window.harness.play([
        { do: 'emit', event: { type: 'phase-change', phase: 'light', atMs: 0 } },
        { do: 'paint', colour: [0, 1, 1] },
      ]);
      return before !== undefined && before !== null && before === find();
    });
    expect(same).toBe(true);
  });
});

describe('the notice before the screen may flash', () => {
  it('stands on the first page where the policy may have light, and not where it has none', async () => {
    await prefer('preferred');
    expect(await notice().isVisible()).toBe(true);
    await prefer('off');
    expect(await notice().count()).toBe(0);
  });

  it('a page whose session nobody knows says that it may flash', async () => {
    await page.evaluate(async () => {
      const element = window.harness.element();
      if (element) element.policy = null;
      await element?.updateComplete;
    });
    expect(await notice().isVisible()).toBe(true);
  });

  it('who ticks it goes without light, in each try, until it is unticked', async () => {
    await prefer('preferred');
    const box = page.locator('huoti-liveness .flash input');
    const declined = async (): Promise<boolean | undefined> => {
      await page.evaluate(() => window.harness.play([{ do: 'start' }]));
      const chosen = await page.evaluate(() => window.harness.light()?.declined);
      await page.evaluate(() => window.harness.element()?.cancel());
      return chosen;
    };
    expect(await declined()).toBe(false);
    await box.check();
    expect([await declined(), await declined(), await box.isChecked()]).toEqual([true, true, true]);
    await box.uncheck();
    expect(await declined()).toBe(false);
  });

  it('where light is required there is no box, and the other way is named', async () => {
    await prefer('required');
    expect(await page.locator('huoti-liveness .flash input').count()).toBe(0);
    expect(await notice().textContent()).toContain('another way');
  });

  it('who asked for less motion is shown no colours and no notice', async () => {
    await prefer('preferred');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await notice().isVisible()).toBe(false);
  });

  it.each(['zh-CN', 'en'])('fits a small phone in %s, and axe finds nothing', async (lang) => {
    await prefer('preferred');
    for (const size of [VIEW, { width: 320, height: 568 }]) {
      await page.setViewportSize(size);
      await page.evaluate(async (language) => {
        const element = window.harness.element();
        if (element) element.lang = language;
        await new Promise((resolve) => setTimeout(resolve, 400));
      }, lang);
      // On the smallest phone the page scrolls; nothing is cut off at its side or under something else.
      const faults = await page.evaluate(() => window.harness.findLayoutFaults());
      expect(faults.filter((fault) => / wide in | lies on |reaches out.*"x":-/.test(fault))).toEqual([]);
      expect(await page.evaluate(() => window.harness.axe())).toEqual([]);
    }
    await page.setViewportSize(VIEW);
  });
});
