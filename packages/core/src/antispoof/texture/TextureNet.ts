import type { Frame } from '../../frame/Frame.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';

/** A network that says of one picture whether its texture is a face's own or that of a print or a screen. */
export interface TextureNet {
  readonly specificationVersion: 'v1';
  /** `name@version`; scores of different models cannot be compared. */
  readonly model: string;
  /**
   * Loads and checks (sha256); a second call gives the first one's promise.
   *
   * @throws HuotiError MODEL_LOAD_FAILED, MODEL_INTEGRITY_MISMATCH, BACKEND_UNAVAILABLE, ABORTED, DISPOSED
   */
  load(options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
  /**
   * Judges one picture.
   *
   * @param face 478 landmarks, px of the upright picture
   * @returns in [0, 1], 1 = a face's own texture; `null` where the face is not in the picture
   * @throws HuotiError INVALID_ARGUMENT before `load`; ABORTED, BACKEND_UNAVAILABLE, DISPOSED
   */
  score(
    picture: Frame,
    face: FaceObservation,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<number | null>;
  /** Frees the model, its tensors and its share of the backend; idempotent. */
  dispose(): Promise<void>;
}
