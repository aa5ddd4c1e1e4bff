import type { SignalFrame } from './SignalFrame.js';

/** What kind of trace of a real presence a signal looks for. A verdict needs measured signals of at least two families. */
export type SignalFamily = 'depth' | 'light' | 'texture' | 'temporal' | 'physiology' | 'capture';

/** A score that was measured, with the numbers behind it; or that it could not be measured, and why. */
export type SignalMeasurement =
  | {
      readonly kind: 'measured';
      /** In [0, 1], 1 = more like a live, present person. */
      readonly score: number;
      /** What the score was made of, by name: for logs, tables and the fit. */
      readonly measures: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'unavailable';
      /** A short stable word, for example `too-few-frames`, `no-turn`, `too-bright`. */
      readonly reason: string;
    };

/**
 * One trace of a real presence, measured from a session's frames as they stand in its trace: the client and the server that
 * replays see the very same numbers. Fed frame by frame in order; keeps no frame and no picture; pure in what it was fed.
 */
export interface SpoofSignal {
  /** Lower-case words joined by hyphens; the key in results. */
  readonly name: string;
  readonly family: SignalFamily;
  /** Takes one frame. Its arrays belong to the caller, which may reuse them after the call. */
  push(frame: SignalFrame): void;
  /** What the frames so far say. */
  read(): SignalMeasurement;
  /** Forgets everything. */
  reset(): void;
}
