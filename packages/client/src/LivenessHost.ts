import type { Clock, FaceLandmarker, FrameSource, Logger, PictureEncoder, RandomSource } from '@huoti/core';
import type { HostFacts } from '@huoti/protocol';
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
  /** Needed where the session's policy sends pictures, level `frames`. */
  readonly pictures?: PictureEncoder;
  /**
   * Makes the session's key, where the host has WebCrypto; `null` makes one in plain JavaScript.
   * @default the host's own, where it has one
   */
  readonly subtle?: SubtleLike | null;
  /** Wall clock, ms since 1970. @default Date.now */
  readonly epochMs?: () => number;
  readonly logger?: Logger;
}
