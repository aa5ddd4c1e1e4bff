import type { AbortSignalLike } from './AbortSignalLike.js';

/**
 * Lights the face with the screen, for one session. A host that can't leaves it out, and the plan has no light. The session
 * shows one colour at a time, and closes it on every path.
 */
export interface ScreenLight {
  readonly specificationVersion: 'v1';
  /**
   * Fills the screen with one colour (components in [0, 1], sRGB) and resolves with the time, on the session's clock, at
   * which it was on the glass, as near as the host can tell; never later than it resolves. A colour that is shown already
   * may be asked for again.
   *
   * @throws HuotiError HOST_ERROR where the screen can't; ABORTED; DISPOSED after `close()`
   */
  show(
    colour: readonly [red: number, green: number, blue: number],
    options?: { signal?: AbortSignalLike },
  ): Promise<number>;
  /** Gives the screen back for good; idempotent. A pending `show` rejects. */
  close(): Promise<void>;
}
