import { isHuotiError } from '@huoti/protocol';
import { createCameraSource } from '../../src/camera/createCameraSource.js';
import type { BrowserFrameSource } from '../../src/frames/BrowserFrameSource.js';
import { FakeBrowser } from './fakeBrowser.js';
import { FakeMediaDevices } from './fakeMedia.js';

/** A camera source in a page without a browser. */
export function cameraHarness(): {
  browser: FakeBrowser;
  devices: FakeMediaDevices;
  source: BrowserFrameSource;
} {
  const browser = new FakeBrowser();
  const devices = new FakeMediaDevices();
  browser.devices = devices;
  return { browser, devices, source: createCameraSource({ environment: browser.environment }) };
}

/** How it ended: an error's code, or `no error`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (isHuotiError(error) ? error.code : String(error)),
  );
