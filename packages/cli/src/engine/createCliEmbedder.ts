import { createTfjsEmbedder, type EmbedderModelName, type FaceEmbedder } from '@huoti/embedder';
import { recognitionManifest } from '@huoti/models/recognition';
import { createRecognitionAssetLoader } from '@huoti/models/node';
import { createWallClock } from './createWallClock.js';

/** The server's own embedder, on wasm, with the networks that were built with it. */
export function createCliEmbedder(model: EmbedderModelName): FaceEmbedder {
  return createTfjsEmbedder({
    assets: createRecognitionAssetLoader(),
    manifest: recognitionManifest,
    clock: createWallClock(),
    model,
  });
}
