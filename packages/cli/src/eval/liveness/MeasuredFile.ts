import type { SignalReadings } from '@huoti/core';

/** What a clip or a picture gave. */
export interface MeasuredFile {
  readonly frames: number;
  /** Of those, frames in which a face was followed. */
  readonly framesWithFace: number;
  /** Time of the last frame that was looked at; 0 for a picture. */
  readonly durationMs: number;
  readonly readings: SignalReadings;
}
