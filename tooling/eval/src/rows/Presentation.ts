import type { SignalReadings } from '@huoti/core';

/** People and sources of one part are never in the other: numbers are fitted on `train` and reported on `test`. */
export type Part = 'train' | 'test';

/** How the workshop staged a session. */
export interface Staging {
  /** Who stood there: the kind of attack, or of live people (`live`: footage of them, `synthetic`: drawn ones). */
  readonly act: string;
  /** Which of the two lighting models took the pictures. */
  readonly lightModel: 'point' | 'area';
  /** The room's own light on the face, in lux. */
  readonly ambientLux: number;
}

/** One face shown to the engine once, live or not, and what each signal said of it. One JSON object a line in a table. */
export interface Presentation {
  /** The recording that it is, or was made from: presentations of one source are not independent. */
  readonly source: string;
  /** '' where nobody is named. */
  readonly person: string;
  readonly part: Part;
  readonly label: 'bona-fide' | 'attack';
  /** The kind of attack; '' for a live person. */
  readonly species: string;
  /** What was shown: a recording that answers no plan, a session without light, a session with light. */
  readonly plan: 'clip' | 'no-light' | 'light' | 'still';
  readonly readings: SignalReadings;
  /** How it was staged, where the workshop did that; left out for recordings. */
  readonly staged?: Staging;
  /** Why the session itself ended before any verdict, for example CHALLENGE_TIMEOUT; `null` where it was completed. */
  readonly ended: string | null;
}
