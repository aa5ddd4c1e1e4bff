import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { cameraHarness, codeOf } from '../../test/support/cameraHarness.js';
import { settle, type FakeBrowser } from '../../test/support/fakeBrowser.js';
import type { FakeMediaDevices } from '../../test/support/fakeMedia.js';
import { createCameraSource } from './createCameraSource.js';

describe('an open camera', () => {
  const losses: [string, (browser: FakeBrowser, devices: FakeMediaDevices) => Promise<void>][] = [
    [
      'a hidden page',
      async (browser) => {
        browser.hidden = true;
        browser.document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
    ['a frozen page', async (browser) => void browser.document.dispatchEvent(new Event('freeze'))],
    ['an unloaded page', async (browser) => void browser.window.dispatchEvent(new Event('pagehide'))],
    [
      'a track muted for over 2 s',
      async (browser, devices) => {
        devices.tracks[0]?.dispatchEvent(new Event('mute'));
        for (let at = 0; at < 2100; at += 100) {
          await browser.advance(100);
          await browser.showPicture();
        }
      },
    ],
    ['no frame for 2 s after the first', (browser) => browser.advance(2500)],
    [
      'a camera that is no longer listed',
      async (_browser, devices) => {
        devices.devices = [{ kind: 'videoinput', deviceId: 'other', label: '' }];
        devices.dispatchEvent(new Event('devicechange'));
        await settle();
      },
    ],
    [
      'a refused play()',
      async (browser) => {
        browser.video.playError = { name: 'NotAllowedError' };
        browser.video.pause();
        await settle();
      },
    ],
  ];

  it.each(losses)('%s is CAMERA_INTERRUPTED and releases the device at once', async (_what, lose) => {
    const { browser, devices, source } = cameraHarness();
    const stream = await source.open();
    await browser.showPicture();
    (await stream.nextFrame())?.close();
    await lose(browser, devices);
    const error = await stream.nextFrame().catch((thrown: unknown) => thrown);
    expect(isHuotiError(error, 'CAMERA_INTERRUPTED') && error.retryable).toBe(true);
    expect(browser.liveResourceCount).toBe(0);
    await stream.close();
  });

  it('a mute that ends within 2 s is no interruption', async () => {
    const { browser, devices, source } = cameraHarness();
    const stream = await source.open();
    await browser.showPicture();
    devices.tracks[0]?.dispatchEvent(new Event('mute'));
    await browser.advance(1500);
    devices.tracks[0]?.dispatchEvent(new Event('unmute'));
    await browser.showPicture();
    await browser.advance(1500);
    await browser.showPicture();
    expect((await stream.nextFrame())?.widthPx).toBe(640);
    await stream.close();
  });

  it('has 4 s for its first frame, and then 2 s for each', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    await browser.advance(3500);
    await browser.showPicture();
    (await stream.nextFrame())?.close();
    await browser.advance(2500);
    expect(await codeOf(stream.nextFrame())).toBe('CAMERA_INTERRUPTED');
    await stream.close();
  });

  it('a placeholder picture of 2x2 px is no frame', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    browser.video.videoWidth = 2;
    browser.video.videoHeight = 2;
    const pending = codeOf(stream.nextFrame());
    for (let at = 0; at < 5000; at += 500) {
      await browser.advance(500);
      await browser.showPicture();
    }
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    await stream.close();
  });

  it('scales a frame to 640 px and follows a turned phone', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    browser.video.videoWidth = 1280;
    browser.video.videoHeight = 720;
    await browser.showPicture();
    const wide = await stream.nextFrame();
    expect([wide?.widthPx, wide?.heightPx, wide?.data.length]).toEqual([640, 360, 640 * 360 * 4]);
    browser.video.videoWidth = 720;
    browser.video.videoHeight = 1280;
    await browser.showPicture();
    const tall = await stream.nextFrame();
    expect([tall?.widthPx, tall?.heightPx]).toEqual([360, 640]);
    await stream.close();
  });

  it('a mirrored camera gives unmirrored frames, an unknown one says that it is unknown', async () => {
    const { browser } = cameraHarness();
    const mirrored = await createCameraSource({ mirrored: true, environment: browser.environment }).open();
    await browser.showPicture();
    expect((await mirrored.nextFrame())?.mirrored).toBe(false);
    expect(browser.surfaces[0]?.transform).toEqual([-1, 0, 0, 1, 640, 0]);
    expect(mirrored.mirroringKnown).toBe(true);
    await mirrored.close();
    const unknown = await createCameraSource({
      mirrored: 'unknown',
      environment: browser.environment,
    }).open();
    expect(unknown.mirroringKnown).toBe(false);
    await unknown.close();
  });

  it('blackens a frame when it is closed, and the open ones when the stream is', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    await browser.showPicture();
    const closed = await stream.nextFrame();
    closed?.close();
    await browser.showPicture();
    const open = await stream.nextFrame();
    await stream.close();
    expect([closed?.data.some((byte) => byte > 0), open?.data.some((byte) => byte > 0)]).toEqual([
      false,
      false,
    ]);
  });

  it('without requestVideoFrameCallback it looks at every repaint and counts a picture once', async () => {
    const { browser } = cameraHarness();
    const make = browser.environment.createVideo;
    const environment = {
      ...browser.environment,
      createVideo: () => {
        const video = make();
        browser.video.requestVideoFrameCallback = undefined;
        return video;
      },
    };
    const stream = await createCameraSource({ environment }).open();
    browser.video.readyState = 4;
    browser.video.currentTime = 1;
    browser.repaint();
    (await stream.nextFrame())?.close();
    browser.repaint();
    browser.nowMs += 40;
    browser.video.currentTime = 1.04;
    browser.repaint();
    (await stream.nextFrame())?.close();
    expect(stream.droppedFrameCount).toBe(0);
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a callback that never comes while the video goes on is given up for repaints', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    browser.video.readyState = 4;
    browser.video.currentTime = 0.5;
    await browser.advance(600);
    browser.video.currentTime = 0.6;
    browser.repaint();
    expect((await stream.nextFrame())?.widthPx).toBe(640);
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a callback that has come and falls silent is an interruption, though the video says it goes on', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open();
    await browser.showPicture();
    (await stream.nextFrame())?.close();
    const pending = codeOf(stream.nextFrame());
    for (let at = 0; at < 3000; at += 100) {
      browser.video.currentTime += 0.1;
      browser.repaint();
      await browser.advance(100);
    }
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    await stream.close();
  });

  it('shows its preview to whoever subscribed, and takes it back', async () => {
    const { browser, source } = cameraHarness();
    const seen: (string | null)[] = [];
    const unsubscribe = source.subscribePreview((preview) => seen.push(preview ? preview.facing : null));
    const stream = await source.open();
    expect(stream.preview.element).toBe(browser.video as unknown);
    await stream.close();
    unsubscribe();
    await (await source.open()).close();
    expect(seen).toEqual(['unknown', null]);
  });

  it('a hidden page at the moment of opening leaves nothing open', async () => {
    const { browser, source } = cameraHarness();
    browser.hidden = true;
    const stream = await source.open();
    expect(await codeOf(stream.nextFrame())).toBe('CAMERA_INTERRUPTED');
    expect(browser.liveResourceCount).toBe(0);
    browser.hidden = false;
    await stream.close();
    await (await source.open()).close();
  });
});
