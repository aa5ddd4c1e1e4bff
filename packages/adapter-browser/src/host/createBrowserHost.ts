import type {
  Clock,
  FaceLandmarker,
  FrameSource,
  ModelManifest,
  PictureEncoder,
  RandomSource,
} from '@huoti/core';
import type { HostFacts } from '@huoti/protocol';
import { createCameraSource } from '../camera/createCameraSource.js';
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
}

/** All that a session needs of this browser, for one session. */
export interface BrowserHostPieces {
  readonly source: FrameSource;
  readonly landmarker: FaceLandmarker;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly pictures: PictureEncoder;
  readonly facts: HostFacts;
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
}: BrowserHostOptions): BrowserHostPieces {
  return {
    source,
    landmarker: createBrowserLandmarker({ assetsBaseUrl, manifest }),
    clock: createBrowserClock(),
    random: createBrowserRandom(),
    pictures: createJpegEncoder(),
    facts: sessionHostFacts(),
  };
}
