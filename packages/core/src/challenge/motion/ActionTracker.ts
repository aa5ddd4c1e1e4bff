import type { ActionHint } from '../ActionDetector.js';
import type { FaceMeasures } from '../measureFace.js';

/** Where a movement stands after a frame. */
export interface TrackerReading {
  /** Of this frame, in units of the full movement; never above what the movement has confirmed. */
  readonly amplitude: number;
  /** Share of the whole action that is behind the person, in [0, 1]. */
  readonly progress: number;
  readonly hint: ActionHint;
  /** When the present movement began, in ms; `null` while at rest. */
  readonly startMs: number | null;
  /** The whole action has been seen, just now. */
  readonly complete: boolean;
  /** The contrary of what was asked has been seen. */
  readonly violated?: boolean;
  readonly measurements: Readonly<Record<string, number>>;
}

/** Follows one kind of movement from frame to frame. Detectors and the scanner share it. */
export interface ActionTracker {
  push(measures: FaceMeasures): TrackerReading;
  /** Forgets the movement under way, and keeps what it knows of the person. */
  restart(): void;
}
