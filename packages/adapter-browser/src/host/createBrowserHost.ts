import type {
  Clock,
  FaceLandmarker,
  FrameSource,
  ModelManifest,
  PictureEncoder,
  RandomSource,
  ScreenLight,
} from '@huoti/core';
import type { HostFacts } from '@huoti/protocol';
import { createCameraSource } from '../camera/createCameraSource.js';
import { createBrowserScreenLight } from '../light/createBrowserScreenLight.js';
import { lightSupport, type LightSupport } from '../light/lightSupport.js';
import type { LightSurface } from '../light/LightSurface.js';
import { createJpegEncoder } from '../pictures/createJpegEncoder.js';
import { sessionHostFacts } from '../support/sessionHostFacts.js';
import { createBrowserLandmarker } from '../worker/createBrowserLandmarker.js';
import { createBrowserClock } from './createBrowserClock.js';
import { createBrowserRandom } from './createBrowserRandom.js';

/** What {@link createBrowserHost} takes. */
export interface BrowserHostOptions {
  /** Folder on your own origin with models, wasm and worker. */
  readonly assetsBaseUrl: string;
  /** `modelManifest` of `@huoti/models`. */
  readonly manifest: ModelManifest;
  /** @default the camera */
  readonly source?: FrameSource;
  /**
   * What lights the face, and whether the person chose to go without: `request.light` of `<huoti-liveness>`.
   * @default a bare layer over the page, and nobody said no
   */
  readonly light?: { readonly surface?: LightSurface; readonly declined?: boolean };
}

/** All that a session needs of this browser, for one session. */
export interface BrowserHostPieces {
  readonly source: FrameSource;
  readonly landmarker: FaceLandmarker;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly pictures: PictureEncoder;
  readonly facts: HostFacts;
  readonly light: ScreenLight;
  /** Asked before the plan is begun. */
  lightSupport(): LightSupport;
}

/**
 * The pieces of this adapter that a session with a server is made of. Nothing is opened or loaded before it runs.
 *
 * @example createLiveness({ host: createBrowserHost({ assetsBaseUrl: '/huoti/', manifest: modelManifest }), server });
 */
export function createBrowserHost({
  assetsBaseUrl,
  manifest,
  source = createCameraSource(),
  light: { surface, declined } = {},
}: BrowserHostOptions): BrowserHostPieces {
  return {
    source,
    landmarker: createBrowserLandmarker({ assetsBaseUrl, manifest }),
    clock: createBrowserClock(),
    random: createBrowserRandom(),
    pictures: createJpegEncoder(),
    facts: sessionHostFacts(),
    light: createBrowserScreenLight(surface === undefined ? {} : { surface }),
    lightSupport: () => lightSupport({ surface, ...(declined === undefined ? {} : { declined }) }),
  };
}
