import type {
  AbortSignalLike,
  Clock,
  FaceLandmarker,
  FrameSource,
  PictureEncoder,
  RandomSource,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { CameraElement } from './camera/CameraElement.js';
import { createFrameOrientation, type FrameOrientation } from './camera/createFrameOrientation.js';
import { createMiniProgramCameraSource } from './camera/createMiniProgramCameraSource.js';
import { orientLandmarker } from './camera/orientLandmarker.js';
import { readMiniProgramFacts } from './facts/readMiniProgramFacts.js';
import { createMiniProgramClock } from './host/createMiniProgramClock.js';
import { createMiniProgramRandom } from './host/createMiniProgramRandom.js';
import { createMiniProgramScreenLight } from './light/createMiniProgramScreenLight.js';
import { miniProgramLightSupport } from './light/miniProgramLightSupport.js';
import type { MiniProgramLightSurface } from './light/MiniProgramLightSurface.js';
import type { MiniProgramHostPieces } from './MiniProgramHostPieces.js';
import type { MiniProgramApi } from './platform/MiniProgramApi.js';
import type { MiniProgramProfile } from './platform/MiniProgramProfile.js';

/** What {@link createMiniProgramHost} takes. */
export interface MiniProgramHostOptions {
  readonly api: MiniProgramApi;
  readonly profile: MiniProgramProfile;
  /** The page's camera. */
  readonly element: CameraElement;
  /** Of `createMiniProgramLandmarker`. The session disposes it. */
  readonly landmarker: FaceLandmarker;
  /** What frames come from. @default the camera of `element` */
  readonly source?: FrameSource;
  /** How this device's frames lie. @default looked for, and unmirrored */
  readonly orientation?: FrameOrientation;
  /** What lights the face, and whether the person chose to go without. @default no light */
  readonly light?: {
    readonly surface: MiniProgramLightSurface;
    readonly declined?: boolean;
    readonly reducedMotion?: boolean;
  };
  /** @default createMiniProgramClock() */
  readonly clock?: Clock;
  /** A cryptographic one, for platforms that have none. @default the platform's */
  readonly random?: RandomSource;
  readonly signal?: AbortSignalLike | undefined;
}

/** Refuses, whatever it is given: a mini-program that sends or keeps a face has to use the platform's own verification. */
const noPictures: PictureEncoder = {
  specificationVersion: 'v1',
  encode: () =>
    Promise.reject(
      new HuotiError(
        'HOST_FORBIDS',
        'no picture of a face leaves a mini-program: use the mode native or web-view for a session with pictures',
      ),
    ),
};

/**
 * The pieces that a session in a mini-program is made of, for one session. Nothing is opened, loaded or asked of the person before it
 * runs; only randomness and the host's facts are read here. By construction nothing but an outcome can leave: there is no encoder that
 * makes a picture, and the only level of evidence is `none`.
 *
 * @throws HuotiError HOST_ERROR without cryptographic randomness; ABORTED
 * @example
 * const host = await createMiniProgramHost({ api: wx, profile: miniProgramProfiles.wechat, element, landmarker });
 * createLiveness({ host, server: { ...server, transport: createMiniProgramTransport({ api: wx, clock: host.clock }) } });
 */
export async function createMiniProgramHost({
  api,
  profile,
  element,
  landmarker,
  orientation = createFrameOrientation(),
  light,
  clock = createMiniProgramClock(),
  random,
  signal,
  source = createMiniProgramCameraSource({
    api,
    profile,
    element,
    clock,
    orientation,
  }),
}: MiniProgramHostOptions): Promise<MiniProgramHostPieces> {
  const [cryptographic, facts] = await Promise.all([
    random ?? createMiniProgramRandom({ api, clock, signal }),
    readMiniProgramFacts({ api, profile, clock, signal }),
  ]);
  const lit =
    light === undefined
      ? {}
      : { light: createMiniProgramScreenLight({ api, surface: light.surface, clock }) };
  return {
    source,
    landmarker: orientLandmarker(landmarker, orientation),
    clock,
    random: cryptographic,
    facts,
    ...lit,
    lightSupport: () => (light === undefined ? { unavailable: 'no-screen' } : miniProgramLightSupport(light)),
    pictures: noPictures,
    evidenceLevels: ['none'],
    subtle: null,
  };
}
