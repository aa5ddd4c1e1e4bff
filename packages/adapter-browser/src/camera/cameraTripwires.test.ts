import { describe, expect, it } from '@jest/globals';
import { cameraHarness, codeOf } from '../../test/support/cameraHarness.js';
import type { FakeBrowser } from '../../test/support/fakeBrowser.js';
import type { BrowserFrameStream } from '../frames/BrowserFrameSource.js';

/** An open camera whose video shows what the track was asked for. */
const openCamera = async () => {
  const { browser, devices, source } = cameraHarness();
  const stream = await source.open();
  const track = devices.tracks[0];
  if (!track) throw new TypeError('no track was opened');
  track.onResize = (width, height) => {
    browser.video.videoWidth = width;
    browser.video.videoHeight = height;
  };
  return { browser, stream, track };
};

/** Goes on for some time at 30 pictures a second. */
const film = async (browser: FakeBrowser, durationMs: number): Promise<void> => {
  for (let elapsedMs = 0; elapsedMs < durationMs; elapsedMs += 33) {
    await browser.advance(0);
    await browser.showPicture();
  }
};

const tripped = async (stream: BrowserFrameStream): Promise<string[]> =>
  ((await stream.tripwires?.()) ?? [])
    .filter((reading) => reading.tripped === true)
    .map(({ name, detail }) => `${name} ${detail}`);

describe('the tripwires of a camera', () => {
  it('ask nothing of a camera before somebody reads them', async () => {
    const { browser, stream, track } = await openCamera();
    await film(browser, 300);
    expect(track.asked).toEqual([]);
    await stream.close();
  });

  it('find nothing on a camera that is one, and every look has been taken', async () => {
    const { browser, stream } = await openCamera();
    const first = stream.tripwires?.();
    await film(browser, 1000);
    await first;
    await film(browser, 1000);
    const readings = (await stream.tripwires?.()) ?? [];
    expect(readings.map(({ name, tripped: caught }) => [name, caught])).toEqual([
      ['api-hooks', false],
      ['track-class', false],
      ['camera-label', false],
      ['capabilities', false],
      ['constraint-probe', false],
      ['capture-times', false],
    ]);
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('hold frames back while the camera is tried, so that none of another size is judged', async () => {
    const { browser, stream, track } = await openCamera();
    const looking = stream.tripwires?.();
    const sizes: number[] = [];
    const reading = (async () => {
      for (let count = 0; count < 10; count += 1) sizes.push((await stream.nextFrame())?.widthPx ?? 0);
    })();
    await film(browser, 2000);
    await Promise.all([looking, reading]);
    expect(track.asked.length).toBe(2);
    expect(new Set(sizes)).toEqual(new Set([640]));
    await stream.close();
  });

  it('try the camera once, whoever reads and how often', async () => {
    const { browser, stream, track } = await openCamera();
    const both = Promise.all([stream.tripwires?.(), stream.tripwires?.()]);
    await film(browser, 1000);
    await both;
    await stream.tripwires?.();
    expect(track.asked.length).toBe(2);
    await stream.close();
  });

  it('can still be read when the camera is off, and say so where nobody looked in time', async () => {
    const looked = await openCamera();
    const first = looked.stream.tripwires?.();
    await film(looked.browser, 1000);
    await first;
    await looked.stream.close();
    expect((await looked.stream.tripwires?.())?.[4]).toMatchObject({ tripped: false, detail: 'obeyed' });

    const { stream } = await openCamera();
    await stream.close();
    const readings = (await stream.tripwires?.()) ?? [];
    expect(readings.length).toBe(6);
    expect(readings.every((reading) => reading.tripped === null)).toBe(true);
    expect(readings[0]?.detail).toBe('camera-off');
  });

  it('a camera that closes while it is tried leaves no timer and no listener behind', async () => {
    const { browser, stream } = await openCamera();
    const ended = codeOf(stream.tripwires?.() ?? Promise.resolve());
    await browser.advance(50);
    await stream.close();
    expect(await ended).toBe('ABORTED');
    expect(browser.liveResourceCount).toBe(0);
  });

  it('an abort ends the look, and it can be taken again', async () => {
    const { browser, stream } = await openCamera();
    const abort = new AbortController();
    const ended = codeOf(stream.tripwires?.({ signal: abort.signal }) ?? Promise.resolve());
    await browser.advance(50);
    abort.abort();
    expect(await ended).toBe('ABORTED');
    const again = stream.tripwires?.();
    await film(browser, 1000);
    expect((await again)?.[4]).toMatchObject({ tripped: false });
    await stream.close();
  });

  it("see a track whose functions throw: a browser's own do not", async () => {
    const { browser, stream, track } = await openCamera();
    track.getSettings = () => {
      throw new TypeError('injected');
    };
    const first = stream.tripwires?.();
    await film(browser, 1000);
    await first;
    expect(await tripped(stream)).toEqual(
      expect.arrayContaining(['capabilities threw', 'constraint-probe threw']),
    );
    await stream.close();
  });
});
