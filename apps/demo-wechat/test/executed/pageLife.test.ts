import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findPeople, type People } from './support/findPeople.js';
import { realFootage } from './support/footage.js';
import { nothingLeft } from './support/nothingLeft.js';
import { openCheck, type OpenCheck, type OpenCheckOptions } from './support/openCheck.js';
import { showFilm } from './support/showFilm.js';
import { standBefore } from './support/standBefore.js';

const footage = realFootage('the page of the built mini-program left in the middle of a check');
const TEST_MS = 480_000;
const PERSON = 'live_a05_headturn';

const leftovers: (() => void)[] = [];
// The last that came is the first to go: a film ends before its host does.
afterEach(() =>
  leftovers
    .splice(0)
    .reverse()
    .forEach((clear) => clear()),
);

const open = async (options: OpenCheckOptions = {}): Promise<OpenCheck> => {
  const opened = await openCheck(options);
  leftovers.push(opened.close);
  return opened;
};

const grey = { data: new Uint8ClampedArray(480 * 640 * 4).fill(128), widthPx: 480, heightPx: 640 };

describe('a page that is left', () => {
  it.each(['intro', 'loading', 'permission', 'finding'])(
    '%s: nothing of it goes on',
    async (state) => {
      const opened = await open({ permission: { answerAfterMs: state === 'permission' ? 3000 : 0 } });
      const { host, start, screen } = opened;
      const { brightness } = host.facts;
      if (state !== 'intro') {
        leftovers.push(showFilm(opened, () => grey));
        await start();
        await screen(state);
      }
      await host.back();
      await nothingLeft(host, { brightness, page: 'left' });
      expect(host.record.errors).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'in every state with a worker as on iOS: it is ended',
    async () => {
      const opened = await open({ facts: { platform: 'ios', system: 'iOS 17.0' } });
      const { host, start, screen } = opened;
      leftovers.push(showFilm(opened, () => grey));
      await start();
      await screen('finding');
      expect(host.alive().workers).toHaveLength(1);
      await host.back();
      await nothingLeft(host, { brightness: host.facts.brightness, page: 'left' });
    },
    TEST_MS,
  );
});

it('is run where there is footage, and says so where there is none', () => {
  expect(footage !== null || process.env['HUOTI_REQUIRE_FIXTURES'] !== '1').toBe(true);
});

if (footage !== null) {
  let people: People;
  beforeAll(async () => {
    people = await findPeople(footage, [PERSON]);
  }, 600_000);
  afterAll(() => people.close());

  /** Somebody in the middle of a check. */
  async function inTheMiddle(
    state: string,
    options: OpenCheckOptions = {},
  ): Promise<OpenCheck & { brightness: number }> {
    const opened = await open({
      query: { plan: state === 'light' ? 'light,turn-left' : 'turn-left,turn-right' },
      ...options,
    });
    const { brightness } = opened.host.facts;
    leftovers.push(opened.close, standBefore(opened, people.of(PERSON)));
    await opened.start();
    await opened.screen(state);
    return { ...opened, brightness };
  }

  describe('somebody in the middle of a check', () => {
    it.each(['challenge', 'neutral', 'light'])(
      'leaves the page at %s: nothing of it goes on',
      async (state) => {
        const { host, page, brightness } = await inTheMiddle(state);
        if (state === 'light') {
          // Not before the screen has been made brighter.
          await page.waitFor(() => host.record.brightness.length > 0, { timeoutMs: 60_000 });
          expect(host.facts.brightness).not.toBe(brightness);
        }
        await host.back();
        await nothingLeft(host, { brightness, page: 'left' });
        expect(host.record.errors).toEqual([]);
      },
      TEST_MS,
    );

    it.each<[string, (opened: OpenCheck) => unknown]>([
      ['the camera is taken away', ({ host }) => host.camera.interrupt()],
      ['the mini-program goes behind', ({ host }) => host.hideApp()],
      ['a call comes in', ({ host }) => host.interruptAudio()],
    ])(
      '%s: CAMERA_INTERRUPTED, camera off, and another try begins anew',
      async (_what, happens) => {
        const opened = await inTheMiddle('challenge');
        const { host, page, end, start, screen, brightness } = opened;
        await happens(opened);
        expect(await end()).toMatchObject({ error: { code: 'CAMERA_INTERRUPTED', retryable: true } });
        await nothingLeft(host, { brightness, page: 'open' });
        await host.showApp();
        await page.waitFor(() => page.find('#huoti-retry'));
        await start();
        await screen('finding');
        await host.back();
        await nothingLeft(host, { brightness, page: 'left' });
      },
      TEST_MS,
    );

    it(
      'the system kills the worker: an error that may be tried again, and a new worker',
      async () => {
        const opened = await inTheMiddle('challenge', { facts: { platform: 'ios', system: 'iOS 17.0' } });
        const { host, page, end, start, screen, brightness } = opened;
        host.workers[0]?.kill();
        expect(await end()).toMatchObject({ error: { code: 'BACKEND_UNAVAILABLE', retryable: true } });
        await nothingLeft(host, { brightness, page: 'open' });
        await page.waitFor(() => page.find('#huoti-retry'));
        await start();
        await screen('finding');
        expect(host.workers.map(({ ended }) => ended)).toEqual([true, false]);
      },
      TEST_MS,
    );
  });
}
