import { describe, expect, it } from '@jest/globals';
import { frameSourceContract } from '@huoti/core/testing';
import { cameraHarness, codeOf } from '../../test/support/cameraHarness.js';
import { settle } from '../../test/support/fakeBrowser.js';
import { createCameraSource } from './createCameraSource.js';

frameSourceContract(
  'the camera',
  () => {
    const { browser, devices, source } = cameraHarness();
    return {
      source,
      deliverFrame: () => browser.showPicture(),
      interrupt: async () => {
        devices.tracks[0]?.dispatchEvent(new Event('ended'));
        await settle();
      },
      holdOpening: () => devices.hold(),
      refuseOpening: () => {
        devices.failures.push({ name: 'NotAllowedError' });
        return 'CAMERA_PERMISSION_DENIED';
      },
      liveResourceCount: () => browser.liveResourceCount,
    };
  },
  { describe, it, expect },
);

describe('opening a camera', () => {
  it('asks for no microphone, and wishes rather than demands', async () => {
    const { devices, source } = cameraHarness();
    await (await source.open({ idealWidthPx: 1280, idealHeightPx: 720 })).close();
    expect(devices.requests).toEqual([
      {
        audio: false,
        video: {
          facingMode: { ideal: 'user' },
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 30 },
        },
      },
    ]);
  });

  it('without mediaDevices is INSECURE_CONTEXT on http and CAMERA_UNSUPPORTED on https', async () => {
    const { browser, source } = cameraHarness();
    browser.devices = undefined;
    expect(await codeOf(source.open())).toBe('CAMERA_UNSUPPORTED');
    browser.secure = false;
    expect(await codeOf(source.open())).toBe('INSECURE_CONTEXT');
  });

  it('a camera that could not start is tried once more, with lower wishes', async () => {
    const { browser, devices, source } = cameraHarness();
    devices.failures.push({ name: 'NotReadableError' });
    const opening = source.open();
    await browser.advance(300);
    const stream = await opening;
    expect(devices.requests[1]?.video).toEqual({
      facingMode: { ideal: 'user' },
      width: { ideal: 320 },
      height: { ideal: 240 },
    });
    expect(stream.warnings).toContain('the camera started at a second, lower request');
    await stream.close();
  });

  it('a camera that fails twice is CAMERA_IN_USE, and the next open may ask again', async () => {
    const { browser, devices, source } = cameraHarness();
    devices.failures.push({ name: 'AbortError' }, { name: 'NotReadableError' });
    const opening = codeOf(source.open());
    await browser.advance(300);
    expect(await opening).toBe('CAMERA_IN_USE');
    await (await source.open()).close();
    expect(devices.requests.length).toBe(3);
  });

  it('a refusal is not asked about again', async () => {
    const { devices, source } = cameraHarness();
    devices.failures.push({ name: 'NotAllowedError' });
    expect(await codeOf(source.open())).toBe('CAMERA_PERMISSION_DENIED');
    expect(devices.requests.length).toBe(1);
  });

  it('a saved camera that is gone is replaced by any that faces the right way', async () => {
    const { browser, devices } = cameraHarness();
    devices.failures.push({ name: 'OverconstrainedError', constraint: 'deviceId' });
    const stream = await createCameraSource({ deviceId: 'gone', environment: browser.environment }).open();
    expect(devices.requests[0]?.video).toMatchObject({ deviceId: { exact: 'gone' } });
    expect(devices.requests[1]?.video).toMatchObject({ facingMode: { ideal: 'user' } });
    expect(stream.warnings).toContain('the chosen camera is gone, another one is used');
    await stream.close();
  });

  it('what was asked and not given comes back as warnings, a turned size does not', async () => {
    const { browser, source } = cameraHarness();
    const stream = await source.open({ idealFps: 60, idealWidthPx: 480, idealHeightPx: 640 });
    expect(stream.warnings).toEqual(['asked for 60 frames a second, got 30']);
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a second stream of the page is CAMERA_IN_USE until the first is closed', async () => {
    const { browser, source } = cameraHarness();
    const other = createCameraSource({ environment: browser.environment });
    const first = await source.open();
    expect(await codeOf(other.open())).toBe('CAMERA_IN_USE');
    await first.close();
    await (await other.open()).close();
  });

  it('an open that follows an aborted one waits for its prompt and asks only then', async () => {
    const { devices, source } = cameraHarness();
    const release = devices.hold();
    const control = new AbortController();
    const first = codeOf(source.open({ signal: control.signal }));
    await settle();
    control.abort();
    expect(await first).toBe('ABORTED');
    const second = source.open();
    await settle();
    expect(devices.requests.length).toBe(1);
    release();
    const stream = await second;
    expect(devices.requests.length).toBe(2);
    expect(devices.liveTrackCount).toBe(1);
    await stream.close();
  });
});
