import type { FaceLandmarker } from '@huoti/core';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createWallClock } from './createWallClock.js';

/** The SDK's own engine, on wasm, with the models that were built with it. */
export function createCliLandmarker(): FaceLandmarker {
  return createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: createWallClock(),
  });
}
