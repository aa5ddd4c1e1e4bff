import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LivenessResult } from '@huoti/protocol';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../harness/launchBrowser.js';
import { openDemo, resultOf, type DemoPage, type OpenOptions } from '../harness/openDemo.js';
import { startSite, type Site } from '../harness/startSite.js';

const SESSION_MS = 200_000;
const QUERY = '?source=synthetic&persona=2&plan=light,blink';

declare global {
  interface Window {
    /** Wake locks that were asked for and not released. */
    heldLocks: number;
  }
}

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await launchBrowser({});
}, SESSION_MS);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Runs in the page: a screen that can be kept awake, whatever the machine below can. */
function countLocks(): void {
  window.heldLocks = 0;
  Object.defineProperty(navigator, 'wakeLock', {
    value: {
      request: () => {
        window.heldLocks += 1;
        return Promise.resolve({
          release: () => {
            window.heldLocks -= 1;
            return Promise.resolve();
          },
        });
      },
    },
  });
}

const open = (context: OpenOptions['context'] = {}): Promise<DemoPage> =>
  openDemo(browser, site, QUERY, { context, before: countLocks });

/** What of a light could be left on the page. */
const leftOf = ({ page }: DemoPage): Promise<unknown> =>
  page.evaluate(() => {
    const root = document.querySelector('huoti-liveness')?.shadowRoot?.querySelector('.root');
    return [root?.hasAttribute('data-lit'), root?.getAttribute('style') ?? '', window.heldLocks];
  });
const NOTHING = [false, '', 0];

const stepsOf = ({ challenges }: LivenessResult): string[] =>
  challenges.map(({ action, status }) => `${action} ${status}`);

describe('a plan with light', () => {
  it(
    'is completed by a person who keeps still, in the colours that were drawn, and leaves nothing',
    async () => {
      const demo = await open();
      const before = await demo.held();
      const result = resultOf(await demo.complete());
      expect(stepsOf(result)).toEqual(['light satisfied', 'blink satisfied']);
      expect(result).toMatchObject({ status: 'completed', light: true, policy: { light: 'preferred' } });
      const { events } = await demo.record();
      const stages = events.flatMap(({ event }) => (event.type === 'light-stage' ? [event.index] : []));
      expect(new Set(stages)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
      expect(await demo.held()).toEqual(before);
      expect(await leftOf(demo)).toEqual(NOTHING);
      expect(demo.complaints).toEqual([]);
      await demo.close();
    },
    SESSION_MS,
  );

  it(
    'that is cancelled while a colour is shown leaves neither colour nor lock',
    async () => {
      const demo = await open();
      const before = await demo.held();
      await demo.runTo('light');
      await demo.page.waitForSelector('huoti-liveness >> .root[data-lit]');
      expect(await demo.page.evaluate(() => window.heldLocks)).toBe(1);
      await demo.page.locator('huoti-liveness').locator('[part~="cancel-button"]').click();
      expect((await demo.end()).kind).toBe('cancel');
      expect(await demo.held()).toEqual(before);
      expect(await leftOf(demo)).toEqual(NOTHING);
      await demo.close();
    },
    SESSION_MS,
  );

  it.each([
    ['a person who ticks the box', {}, true],
    ['a device that is set to less motion', { reducedMotion: 'reduce' }, false],
    ['colours that the system forces', { forcedColors: 'active' }, false],
  ] as const)(
    '%s gets a movement in its place, and no colour at all',
    async (_who, context, ticks) => {
      const demo = await open(context);
      if (ticks) await demo.page.locator('huoti-liveness .flash input').check();
      const result = resultOf(await demo.complete());
      expect(stepsOf(result)).toEqual(['approach satisfied', 'blink satisfied']);
      expect(result).toMatchObject({ light: false, policy: { light: 'off' } });
      const { phases, events } = await demo.record();
      expect(phases.some(({ phase }) => phase === 'light')).toBe(false);
      expect(events.some(({ event }) => event.type === 'light-stage')).toBe(false);
      expect(await leftOf(demo)).toEqual(NOTHING);
      await demo.close();
    },
    SESSION_MS,
  );
});
