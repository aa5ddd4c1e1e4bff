import { describe, expect, it } from '@jest/globals';
import { frameSourceContract } from '@huoti/core/testing';
import { isHuotiError } from '@huoti/protocol';
import { FakeBrowser, settle } from '../../test/support/fakeBrowser.js';
import { createRecordingSource } from './createRecordingSource.js';

/** A file whose first picture the browser decodes at once, unless told otherwise. */
const setUp = ({ decodes = true }: { decodes?: boolean } = {}) => {
  const browser = new FakeBrowser();
  const make = browser.environment.createVideo;
  let held: Promise<void> | null = null;
  const environment = {
    ...browser.environment,
    createVideo: () => {
      const video = make();
      void (held ?? Promise.resolve()).then(() =>
        browser.video.dispatchEvent(new Event(decodes ? 'loadeddata' : 'error')),
      );
      return video;
    },
  };
  const hold = (): (() => void) => {
    let release = (): void => undefined;
    held = new Promise((resolve) => (release = resolve));
    return () => {
      held = null;
      release();
    };
  };
  const source = createRecordingSource({ file: new Blob(['x']), environment });
  return { browser, environment, source, hold };
};

frameSourceContract(
  'a recording',
  () => {
    const { browser, source, hold } = setUp();
    return {
      source,
      deliverFrame: () => browser.showPicture(),
      interrupt: async () => {
        browser.hidden = true;
        browser.document.dispatchEvent(new Event('visibilitychange'));
      },
      holdOpening: hold,
      liveResourceCount: () => browser.liveResourceCount,
    };
  },
  { describe, it, expect },
  { lacks: ['refuseOpening'] },
);

describe('createRecordingSource', () => {
  it('a file that cannot be decoded is MEDIA_UNREADABLE and leaves nothing', async () => {
    const { browser, source } = setUp({ decodes: false });
    await expect(source.open()).rejects.toMatchObject({ code: 'MEDIA_UNREADABLE' });
    expect(browser.liveResourceCount).toBe(0);
  });

  it('an empty file is MEDIA_UNREADABLE', async () => {
    const { environment } = setUp();
    await expect(createRecordingSource({ file: new Blob([]), environment }).open()).rejects.toMatchObject({
      code: 'MEDIA_UNREADABLE',
    });
  });

  it('a file without a picture, and one that never loads, are MEDIA_UNREADABLE', async () => {
    const { browser, environment, hold } = setUp();
    const make = environment.createVideo;
    const soundOnly = {
      ...environment,
      createVideo: () => {
        const video = make();
        browser.video.videoWidth = 0;
        return video;
      },
    };
    const file = new Blob(['x']);
    await expect(createRecordingSource({ file, environment: soundOnly }).open()).rejects.toMatchObject({
      code: 'MEDIA_UNREADABLE',
    });
    hold();
    const opening = createRecordingSource({ file, environment }).open();
    const refused = expect(opening).rejects.toMatchObject({ code: 'MEDIA_UNREADABLE' });
    await browser.advance(10_000);
    await refused;
    expect(browser.liveResourceCount).toBe(0);
  });

  it('plays from the first nextFrame on, not before', async () => {
    const { browser, source } = setUp();
    const stream = await source.open();
    expect(browser.video.playCount).toBe(0);
    const pending = stream.nextFrame();
    expect(browser.video.playCount).toBe(1);
    await browser.showPicture();
    (await pending)?.close();
    await stream.close();
  });

  it("gives frames the recording's own intervals on the page's clock", async () => {
    const { browser, source } = setUp();
    const stream = await source.open();
    const times: number[] = [];
    for (const lateMs of [0, 12, 3, 20]) {
      browser.nowMs += 33 + lateMs;
      const pending = stream.nextFrame();
      browser.video.show(browser.nowMs);
      const frame = await pending;
      times.push(frame?.timestampMs ?? NaN);
      frame?.close();
    }
    const intervals = times.slice(1).map((at, index) => at - (times[index] ?? NaN));
    for (const interval of intervals) expect(interval).toBeCloseTo(1000 / 30, 6);
    expect(times[0]).toBeCloseTo(1033, 6);
    await stream.close();
  });

  it('ends with null after its last frame', async () => {
    const { browser, source } = setUp();
    const stream = await source.open();
    await browser.showPicture();
    browser.video.dispatchEvent(new Event('ended'));
    expect((await stream.nextFrame())?.widthPx).toBe(640);
    expect(await stream.nextFrame()).toBeNull();
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('damage in the middle is MEDIA_UNREADABLE', async () => {
    const { browser, source } = setUp();
    const stream = await source.open();
    const pending = stream.nextFrame().catch((error: unknown) => error);
    await settle();
    browser.video.dispatchEvent(new Event('error'));
    expect(isHuotiError(await pending, 'MEDIA_UNREADABLE')).toBe(true);
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });
});
