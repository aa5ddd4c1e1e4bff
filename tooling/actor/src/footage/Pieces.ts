import type { Action } from '@huoti/protocol';
import type { FrameMeasures } from './measureFootage.js';

/** Frames in the order in which they are played; places of the recording. */
export interface Piece {
  readonly action: Action;
  readonly frames: readonly number[];
  /** The movement back is the movement there, played the other way, as the recording does not come back to rest. */
  readonly mirroredInTime: boolean;
}

/** A labelled action that can't be played, and why. */
export interface LeftOut {
  readonly action: Action;
  readonly startMs: number;
  readonly why: string;
}

/** What a recording can be cut into. */
export interface Pieces {
  readonly actions: readonly Piece[];
  /** Stretches in which the face rests: first and last frame of each. */
  readonly neutral: readonly (readonly [first: number, last: number])[];
  readonly measures: readonly (FrameMeasures | null)[];
  readonly rest: FrameMeasures | null;
  readonly leftOut: readonly LeftOut[];
}
