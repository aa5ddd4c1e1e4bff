import type {
  Clock,
  FaceLandmarker,
  FrameSource,
  PictureEncoder,
  RandomSource,
  ScreenLight,
} from '@huoti/core';
import type { HostFacts } from '@huoti/protocol';

/** All that a session needs of a mini-program, for one session. It fits the `host` of `@huoti/client` as it is. */
export interface MiniProgramHostPieces {
  readonly source: FrameSource;
  readonly landmarker: FaceLandmarker;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly facts: HostFacts;
  readonly light?: ScreenLight;
  readonly lightSupport?: () =>
    | 'available'
    | { readonly unavailable: 'declined' | 'reduced-motion' | 'no-screen' };
  /** Refuses every picture with HOST_FORBIDS: none may leave a mini-program. */
  readonly pictures: PictureEncoder;
  /** What may leave this host, for the client to refuse anything else before a camera opens. */
  readonly evidenceLevels: readonly ['none'];
  /** There is no WebCrypto. */
  readonly subtle: null;
}
