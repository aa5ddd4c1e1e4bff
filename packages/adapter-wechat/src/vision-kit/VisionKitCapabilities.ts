import type { Action } from '@huoti/protocol';

/** What a landmarker measures, where it does not measure everything. */
export interface VisionKitCapabilities {
  /** Landmarks of the 478 that have an x and a y; all others are NaN. */
  readonly landmarks: readonly number[];
  /** Points in the picture have none: z is NaN everywhere. */
  readonly depth: false;
  /** Without the iris's ring neither the eyes gate nor a look's direction is known. */
  readonly irises: false;
  /** A second face is reported, as the platform gives it. */
  readonly severalFaces: true;
  /** Actions that core's own detectors can judge on what is measured. */
  readonly actions: readonly Action[];
  /** Spoof signals: each reads points or depth that are not there. */
  readonly signals: readonly [];
  /** Whether `createSession` runs on it: it needs all 131 landmarks of a trace, with depth. */
  readonly sessions: false;
}
