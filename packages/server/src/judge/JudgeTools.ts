import type { FaceLandmarker, TextureNet } from '@huoti/core';
import type { FaceEmbedder } from '@huoti/embedder';
import type { PictureDecoder } from '../pictures/PictureDecoder.js';

/** What a judge looks with. Loaded; used by one judgement at a time. */
export interface JudgeTools {
  readonly landmarker: FaceLandmarker;
  readonly embedder: FaceEmbedder;
  readonly decoder: PictureDecoder;
  /** Looks at the texture of pictures; `null` where the operator leaves it out. */
  readonly textureNet: TextureNet | null;
  /** Versions of the engine whose numbers this one computes as well. */
  readonly engineVersions: readonly string[];
}
