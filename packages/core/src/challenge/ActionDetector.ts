import type { Action } from '@huoti/protocol';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** A hint for a person who is on the way. A key of the message catalogue. */
export type ActionHint =
  | 'none'
  | 'blink-slower'
  | 'open-wider'
  | 'hold-open'
  | 'turn-further'
  | 'turn-back'
  | 'other-side'
  | 'nod-deeper'
  | 'nod-return'
  | 'come-closer'
  | 'move-away';

/** What a detector says after a frame. */
export interface ActionReading {
  readonly status: 'pending' | 'satisfied' | 'violated';
  /** How far the person has come, in [0, 1]. */
  readonly progress: number;
  readonly hint: ActionHint;
  /** When the movement began and ended, in ms; `null` until known. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The largest amplitude reached since `start`, in units of the full one: 1 and above is the whole action. */
  readonly peak: number;
  readonly measurements: Readonly<Record<string, number>>;
}

/** Watches for one action of one person. Made with that person's baseline; fed one observation a frame. */
export interface ActionDetector {
  readonly action: Action;
  /** Begins to watch: what happened before counts for nothing. */
  start(atMs: number): void;
  update(observation: FaceObservation): ActionReading;
  reset(): void;
}
