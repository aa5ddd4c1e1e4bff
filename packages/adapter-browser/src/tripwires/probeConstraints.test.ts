import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { MAX_FIRST_FRAME_MS } from '../frames/startFrameWatchdog.js';
import { createBrowserClock } from '../host/createBrowserClock.js';
import { PROBE_LIMIT_MS, probeConstraints, type PictureSize } from './probeConstraints.js';

const WISHES: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 480 } };
const idealOf = (constraint: ConstrainULong | undefined): number =>
  typeof constraint === 'object' ? (constraint.ideal ?? 0) : 0;

/** A source that takes `delayMs` to change what it says and what it shows, or never does. */
const setUp = ({
  says = true,
  shows = true,
  refuses = false,
  answers = true,
  delayMs = 100,
  wishes = WISHES,
  returns = true,
}: {
  says?: boolean;
  shows?: boolean;
  refuses?: boolean;
  answers?: boolean;
  delayMs?: number;
  wishes?: MediaTrackConstraints;
  returns?: boolean;
} = {}) => {
  const browser = new FakeBrowser();
  const asked: MediaTrackConstraints[] = [];
  let told: PictureSize = { widthPx: 640, heightPx: 480 };
  let shown: PictureSize | null = told;
  const track = {
    getSettings: (): MediaTrackSettings => ({ width: told.widthPx, height: told.heightPx }),
    getConstraints: () => wishes,
    applyConstraints: async (constraints: MediaTrackConstraints = {}): Promise<void> => {
      asked.push(constraints);
      if (refuses) throw new TypeError('OverconstrainedError');
      const size = { widthPx: idealOf(constraints.width), heightPx: idealOf(constraints.height) };
      if (size.widthPx === 0 || (asked.length === 2 && !returns)) return;
      browser.environment.setTimer(() => {
        if (says) told = size;
        if (shows) shown = size;
      }, delayMs);
      if (!answers) await new Promise<never>(() => undefined);
    },
  };
  const clock = createBrowserClock({ environment: browser.environment });
  return {
    browser,
    asked,
    loseThePicture: () => (shown = null),
    shownSize: () => shown,
    probe: (signal?: AbortSignal) => probeConstraints({ track, picture: () => shown, clock, signal }),
  };
};

const after = async <T>(browser: FakeBrowser, work: Promise<T>, durationMs: number): Promise<T> => {
  await browser.advance(durationMs);
  return work;
};

describe('probeConstraints', () => {
  it('a camera that obeys is back at its size when the probe ends', async () => {
    const { browser, asked, shownSize, probe } = setUp();
    const reading = await after(browser, probe(), 3000);
    expect(reading).toEqual({ name: 'constraint-probe', tripped: false, detail: 'obeyed' });
    expect(asked).toEqual([{ width: { ideal: 320 }, height: { ideal: 240 } }, WISHES]);
    expect(shownSize()).toEqual({ widthPx: 640, heightPx: 480 });
    expect(browser.liveResourceCount).toBe(0);
  });

  it.each([
    // A canvas or a file goes on as it was.
    ['one that does nothing', { says: false, shows: false }, 'ignored'],
    // A hook answers for the track, and the injected picture stays as it is.
    ['one that only says it did', { shows: false }, 'only-told'],
    ['one that changes and does not say so', { says: false }, 'not-told'],
    ['one that refuses a wish', { refuses: true }, 'refused'],
    ['one that never answers', { says: false, shows: false, answers: false }, 'ignored'],
    ['one that is too slow', { delayMs: PROBE_LIMIT_MS + 200 }, 'ignored'],
  ])('%s trips it', async (_what, source, detail) => {
    const { browser, probe } = setUp(source);
    expect(await after(browser, probe(), 6000)).toEqual({ name: 'constraint-probe', tripped: true, detail });
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a source that obeys and was never asked for anything is no camera of ours, and gets its size back', async () => {
    // A canvas that the browser scales like a camera: the page's own request was answered by somebody else.
    const { browser, asked, shownSize, probe } = setUp({ wishes: {} });
    expect(await after(browser, probe(), 6000)).toMatchObject({ tripped: true, detail: 'never-asked' });
    expect(asked[2]).toEqual({ width: { ideal: 640 }, height: { ideal: 480 } });
    expect(shownSize()).toEqual({ widthPx: 640, heightPx: 480 });
  });

  it('a camera that does not go back by itself is asked for its size, and is not blamed', async () => {
    const { browser, shownSize, probe } = setUp({ returns: false });
    expect(await after(browser, probe(), 6000)).toMatchObject({ tripped: false, detail: 'slow-to-return' });
    expect(shownSize()).toEqual({ widthPx: 640, heightPx: 480 });
  });

  it('without a picture it says that it could not look, within its time', async () => {
    const { browser, asked, loseThePicture, probe } = setUp();
    loseThePicture();
    const reading = await after(browser, probe(), MAX_FIRST_FRAME_MS + 100);
    expect(reading).toEqual({ name: 'constraint-probe', tripped: null, detail: 'no-picture' });
    expect(asked).toEqual([]);
  });

  it('an abort ends it, and the camera is asked back all the same', async () => {
    const { browser, asked, probe } = setUp({ delayMs: 500 });
    const abort = new AbortController();
    const ended = probe(abort.signal).catch((error: unknown) => error);
    await browser.advance(100);
    abort.abort();
    expect(isHuotiError(await ended, 'ABORTED')).toBe(true);
    expect(asked[1]).toEqual(WISHES);
  });
});
