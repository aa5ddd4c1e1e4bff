import { createTfjsLandmarker, createTfjsTextureNet } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import {
  createNodeAssetLoader,
  createPassiveAssetLoader,
  createRecognitionAssetLoader,
} from '@huoti/models/node';
import { passiveManifest } from '@huoti/models/passive';
import { recognitionManifest } from '@huoti/models/recognition';
import { createEvidenceJudge, createSharpDecoder, type FaceReader, type Judge } from '@huoti/server';
import { ENGINE_VERSION } from '../app/engineVersion.js';
import { createFaceReader } from './createFaceReader.js';
import { createWallClock } from './createWallClock.js';
import { decodeStill } from './decodeStill.js';
import { openStillFormats } from './openStillFormats.js';

/** What judges and reads faces in one thread. */
export interface Engine {
  readonly judge: Judge;
  readonly faceReader: FaceReader;
  /** Loads the models and runs each once, so that the first session does not wait for them. */
  warmUp(): Promise<void>;
}

/** What {@link createEngine} takes. */
export interface EngineOptions {
  /** Whether the texture net has a say. @default true */
  readonly textureNet?: boolean;
}

/** The engine of one thread, its models loaded at the first use. The landmarker of a judgement is never that of a still picture. */
export function createEngine({ textureNet: asked = true }: EngineOptions = {}): Engine {
  const clock = createWallClock();
  const landmarker = () =>
    createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock });
  const embedder = createTfjsEmbedder({
    assets: createRecognitionAssetLoader(),
    manifest: recognitionManifest,
    clock,
  });
  const textureNet = asked
    ? createTfjsTextureNet({ assets: createPassiveAssetLoader(), manifest: passiveManifest, clock })
    : null;
  const judging = landmarker();
  const judge = createEvidenceJudge({
    landmarker: judging,
    embedder,
    decoder: createSharpDecoder(),
    engineVersions: [ENGINE_VERSION],
    ...(textureNet === null ? {} : { textureNet }),
  });
  // The decoder of evidence closed all formats but JPEG; a picture to enrol may have two more.
  openStillFormats();
  const faceReader = createFaceReader({ landmarker: landmarker(), embedder, decode: decodeStill });
  return {
    judge,
    faceReader,
    warmUp: async () => {
      await judging.load();
      await embedder.load();
      await textureNet?.load();
    },
  };
}
