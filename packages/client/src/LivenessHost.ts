import type {
  Clock,
  FaceLandmarker,
  FrameSource,
  LightAvailability,
  Logger,
  PictureEncoder,
  RandomSource,
  ScreenLight,
} from '@huoti/core';
import type { HostFacts, SessionPolicy } from '@huoti/protocol';
import type { SubtleLike } from './proof/SubtleLike.js';

/** What a session needs of the device: the pieces of an adapter, each used for one session. */
export interface LivenessHost {
  readonly source: FrameSource;
  /** Disposed by the session when it ends. */
  readonly landmarker: FaceLandmarker;
  readonly clock: Clock;
  /** A cryptographic one. */
  readonly random: RandomSource;
  readonly facts: HostFacts;
  /** Lights the face, where the session's policy wants it. Without one the plan has an action more. */
  readonly light?: ScreenLight;
  /**
   * Asked right before the plan is: whether the light may be used here and now. Why not stays on the device.
   * @default 'available' where there is a `light`
   */
  readonly lightSupport?: () => LightAvailability;
  /** Needed where the session's policy sends pictures, level `frames`. */
  readonly pictures?: PictureEncoder;
  /**
   * What may leave this host. A session of another level ends with HOST_FORBIDS before a consent is recorded or a camera opens.
   * @default every level
   */
  readonly evidenceLevels?: readonly SessionPolicy['evidenceLevel'][];
  /**
   * Makes the session's key, where the host has WebCrypto; `null` makes one in plain JavaScript.
   * @default the host's own, where it has one
   */
  readonly subtle?: SubtleLike | null;
  /** Wall clock, ms since 1970. @default Date.now */
  readonly epochMs?: () => number;
  readonly logger?: Logger;
}
