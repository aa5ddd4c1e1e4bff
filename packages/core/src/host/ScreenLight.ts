import type { AbortSignalLike } from './AbortSignalLike.js';

/** Lights the face with the screen. A host that can't leaves it out, and the plan has no light. */
export interface ScreenLight {
  readonly specificationVersion: 'v1';
  /**
   * Fills the screen with one colour (components in [0, 1], sRGB) and resolves with the time, on the session's clock, at
   * which it was on the glass.
   */
  show(
    colour: readonly [red: number, green: number, blue: number],
    options?: { signal?: AbortSignalLike },
  ): Promise<number>;
  /** Gives the screen back; idempotent. */
  close(): Promise<void>;
}
