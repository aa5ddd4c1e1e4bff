import type { Action } from '@huoti/protocol';
import type { BackgroundMotion } from '../evidence/backgroundMotion.js';
import type { SessionPhase } from '../session/SessionEvent.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** The colour that the screen showed when a frame was captured. */
export interface LitStage {
  /** Of the plan's light step, from 0. */
  readonly index: number;
  /** 0, and 1 once the stage was shown again. */
  readonly attempt: number;
  /** Components in [0, 1], sRGB. */
  readonly colour: readonly [red: number, green: number, blue: number];
  /** When it was on the glass, on the clock of the frames, in ms. */
  readonly shownAtMs: number;
}

/** What a signal is told of a frame: what its trace says, and where the session was when it came. */
export interface SignalFrame {
  /** When it was captured, in ms. Rises. */
  readonly timestampMs: number;
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** The followed face; `null` without one. Landmarks that are not traced are NaN. */
  readonly face: FaceObservation | null;
  /** Eight regions in the order of `FACE_REGION_NAMES`, red green blue each (24), 0 to 255 with fractions; NaN = not seen. */
  readonly faceColours: Float32Array;
  /** The picture's four corners without the face, likewise (12). */
  readonly backgroundColours: Float32Array;
  /** Since the frame before, in shares of the frame's longer side; `null` where not measured. */
  readonly backgroundMotion: BackgroundMotion | null;
  /** See `frameHash`: 16 hex digits. */
  readonly hash: string;
  readonly phase: SessionPhase;
  /** The action that is asked for; `null` outside of its window. */
  readonly action: Action | null;
  /** `null` where the screen lights nothing. */
  readonly lit: LitStage | null;
}
