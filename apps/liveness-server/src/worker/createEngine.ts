import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { createTfjsEmbedder } from '@huoti/embedder';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader, createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import { createEvidenceJudge, createSharpDecoder, type FaceReader, type Judge } from '@huoti/server';
import sharp from 'sharp';
import { ENGINE_VERSION } from '../app/engineVersion.js';
import { createFaceReader } from './createFaceReader.js';
import { createWallClock } from './createWallClock.js';
import { decodeStill } from './decodeStill.js';

/** What judges and reads faces in one thread. */
export interface Engine {
  readonly judge: Judge;
  readonly faceReader: FaceReader;
  /** Loads the models and runs each once, so that the first session does not wait for them. */
  warmUp(): Promise<void>;
}

/** The engine of one thread, its models loaded at the first use. The landmarker of a judgement is never that of a still picture. */
export function createEngine(): Engine {
  const clock = createWallClock();
  const landmarker = () =>
    createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock });
  const embedder = createTfjsEmbedder({
    assets: createRecognitionAssetLoader(),
    manifest: recognitionManifest,
    clock,
  });
  const judging = landmarker();
  const judge = createEvidenceJudge({
    landmarker: judging,
    embedder,
    decoder: createSharpDecoder(),
    engineVersions: [ENGINE_VERSION],
  });
  // The decoder of evidence closed all formats but JPEG; a picture to enrol may have two more.
  sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  const faceReader = createFaceReader({ landmarker: landmarker(), embedder, decode: decodeStill });
  return {
    judge,
    faceReader,
    warmUp: async () => {
      await judging.load();
      await embedder.load();
    },
  };
}
