/** A colour of the light step came onto the glass. */
export interface LightLogEntry {
  /** How many frames of the chunk were judged before the session was told of it. */
  readonly frameIndex: number;
  /** Of the plan's light step, from 0. */
  readonly stage: number;
  /** 0, and 1 where the stage was shown again. */
  readonly attempt: number;
  /** On the clock of the frames, whole ms. Never before the entry before it. */
  readonly shownAtMs: number;
}
