import type { FrameSource } from '@huoti/core';
import { createManualClock, type ManualClock } from '@huoti/core/testing';
import type { CameraElement } from '../../src/camera/CameraElement.js';
import { createCameraElement } from '../../src/camera/createCameraElement.js';
import type { FrameOrientation } from '../../src/camera/createFrameOrientation.js';
import { createMiniProgramCameraSource } from '../../src/camera/createMiniProgramCameraSource.js';
import {
  createFakeMiniProgram,
  type FakeMiniProgramOptions,
} from '../../src/testing/createFakeMiniProgram.js';
import type { FakeMiniProgram, FakePage } from '../../src/testing/FakeMiniProgram.js';
import { settle } from './settle.js';

/** A camera source on a fake platform, its page, and time. */
export interface CameraHarness {
  readonly platform: FakeMiniProgram;
  readonly page: FakePage;
  readonly element: CameraElement;
  readonly clock: ManualClock;
  readonly source: FrameSource;
  /** A grey frame of 32 x 24, a 30th of a second after the last. */
  deliver(): Promise<void>;
  /** Time passes in steps of 50 ms, so that whoever looks every 250 ms looks. */
  pass(durationMs: number): Promise<void>;
  /** Everything that is alive: camera, listeners, timers. */
  leftovers(): number;
}

/** A frame as the platform gives it. */
export const greyFrame = (
  width = 32,
  height = 24,
  value = 128,
): { width: number; height: number; data: ArrayBuffer } => ({
  width,
  height,
  data: new Uint8Array(width * height * 4).fill(value).buffer,
});

export function cameraHarness(
  options: FakeMiniProgramOptions & { readonly orientation?: FrameOrientation } = {},
): CameraHarness {
  const { orientation, ...rest } = options;
  const platform = createFakeMiniProgram(rest);
  const clock = createManualClock();
  const element = createCameraElement();
  const page = platform.showPage(element);
  const source = createMiniProgramCameraSource({
    api: platform.api,
    profile: platform.profile,
    element,
    clock,
    ...(orientation === undefined ? {} : { orientation }),
  });
  return {
    platform,
    page,
    element,
    clock,
    source,
    async deliver() {
      clock.advanceBy(33);
      platform.deliver(greyFrame());
      await settle();
    },
    async pass(durationMs) {
      for (let passed = 0; passed < durationMs; passed += 50) {
        clock.advanceBy(50);
        await settle();
      }
    },
    leftovers: () =>
      platform.runningListenerCount +
      platform.platformListenerCount +
      clock.sleeperCount +
      (page.cameraShown ? 1 : 0),
  };
}
