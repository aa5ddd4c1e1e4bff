import type { EngineFacts } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { FaceObservation } from './FaceObservation.js';

/** What {@link FaceLandmarker.load} takes. */
export interface LandmarkerLoadOptions {
  signal?: AbortSignalLike | undefined;
  /** Share of the bytes that have arrived, in [0, 1]. */
  onProgress?: ((fraction: number) => void) | undefined;
}

/** Finds the landmarks of one face in a frame, and looks for a second face on a timer. */
export interface FaceLandmarker {
  readonly specificationVersion: 'v1';
  /**
   * Loads, checks (sha256) and warms up; a second call gives the first one's promise.
   *
   * @throws HuotiError MODEL_LOAD_FAILED, MODEL_INTEGRITY_MISMATCH, BACKEND_UNAVAILABLE, CSP_BLOCKED, ABORTED
   */
  load(options?: LandmarkerLoadOptions): Promise<void>;
  /**
   * The followed face first, with landmarks; then, for up to 500 ms after the look that saw it, a second face without
   * landmarks. Empty when there is no face. One call at a time.
   *
   * @throws HuotiError INVALID_ARGUMENT for a frame that is not one, BUSY, DISPOSED, BACKEND_UNAVAILABLE, ABORTED
   */
  detect(
    frame: Frame,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<readonly FaceObservation[]>;
  /** Forgets the followed face; the next frame starts with the detector. */
  reset(): void;
  /** What computes, and what it fell back from so far. `medianFrameMs` is `null`: the session measures it. */
  engineFacts(): EngineFacts;
  /** Frees models, tensors and wasm memory; idempotent. */
  dispose(): Promise<void>;
}
