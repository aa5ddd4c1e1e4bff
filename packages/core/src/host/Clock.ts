import type { AbortSignalLike } from './AbortSignalLike.js';

/** Time comes in as an argument: the engine reads no clock of its own. */
export interface Clock {
  /** Monotonic, in ms, on the same scale as every frame's `timestampMs`. */
  nowMs(): number;
  /**
   * Resolves after `durationMs`; rejects with a HuotiError ABORTED when `signal` aborts first, leaving no timer and no
   * listener behind.
   */
  sleep(durationMs: number, options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
}
