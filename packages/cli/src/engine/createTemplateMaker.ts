import { describeFace, findFaces } from '@huoti/core';
import { calibrationOf, THRESHOLD, type EmbedderModelName, type FaceTemplate } from '@huoti/embedder';
import { readStill } from '../media/readStill.js';
import { createCliEmbedder } from './createCliEmbedder.js';
import { createCliLandmarker } from './createCliLandmarker.js';

/** What a picture gave. */
export interface PictureTemplate {
  /** Of the largest face; `null` where there is none. */
  readonly template: FaceTemplate | null;
  /** Every face that was found, however small. */
  readonly faces: number;
  /** Whether another face is nearly as large, so that it can't be told which one is meant. */
  readonly isAmbiguous: boolean;
}

/** Makes templates of picture files. */
export interface TemplateMaker {
  /** `name@version` of the templates. */
  readonly model: string;
  /** Of similarity, and the share of pairs of different people that reach it. */
  readonly calibration: { readonly threshold: number; readonly farAtThreshold: number };
  load(signal: AbortSignal): Promise<void>;
  /**
   * @param smallestShare of `findFaces`: how small the other faces are that are counted
   * @throws HuotiError MEDIA_UNREADABLE for what is no picture, ABORTED
   */
  templateOf(
    path: string,
    options: { signal: AbortSignal; smallestShare?: number },
  ): Promise<PictureTemplate>;
  dispose(): Promise<void>;
}

/** Landmarker and embedder together, as the server has them. */
export function createTemplateMaker(model: EmbedderModelName): TemplateMaker {
  const landmarker = createCliLandmarker();
  const embedder = createCliEmbedder(model);
  return {
    model: embedder.model,
    calibration: { threshold: THRESHOLD, farAtThreshold: calibrationOf(embedder.model).farAtThreshold },
    load: async (signal) => {
      await landmarker.load({ signal });
      await embedder.load({ signal });
    },
    templateOf: async (path, { signal, ...options }) => {
      const picture = await readStill(path);
      const faces = await findFaces(picture, landmarker, { signal, ...options });
      const [main] = faces;
      const template = main ? await embedder.embed({ picture, landmarks: main.landmarks }, { signal }) : null;
      return { template, faces: faces.length, isAmbiguous: describeFace(faces).kind === 'several' };
    },
    dispose: async () => {
      try {
        await embedder.dispose();
      } finally {
        await landmarker.dispose();
      }
    },
  };
}
