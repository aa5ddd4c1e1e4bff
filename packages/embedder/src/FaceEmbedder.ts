import type { AbortSignalLike, StillPicture } from '@huoti/core';
import type { FaceTemplate } from './template/FaceTemplate.js';

/** One face of one picture. */
export interface EmbedInput {
  readonly picture: StillPicture;
  /** 478 points, x y z each (length 1434), in px of the picture: a `FaceObservation`'s. */
  readonly landmarks: Float32Array;
}

/** Turns a face into numbers that lie close together for one person and apart for two. */
export interface FaceEmbedder {
  readonly specificationVersion: 'v1';
  /** `name@version`; templates of different models cannot be compared. */
  readonly model: string;
  /**
   * Loads, checks (sha256) and warms up; a second call gives the first one's promise.
   *
   * @throws HuotiError MODEL_LOAD_FAILED, MODEL_INTEGRITY_MISMATCH, BACKEND_UNAVAILABLE, ABORTED, DISPOSED
   */
  load(options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
  /**
   * The template of one face. Calls may overlap: they take turns.
   *
   * @throws HuotiError INVALID_ARGUMENT for a picture or landmarks that are none, or before `load`; ABORTED,
   * BACKEND_UNAVAILABLE, DISPOSED
   */
  embed(input: EmbedInput, options?: { signal?: AbortSignalLike | undefined }): Promise<FaceTemplate>;
  /** Frees models, tensors and wasm memory; idempotent. */
  dispose(): Promise<void>;
}
