import type { FaceLandmarker } from '@huoti/core';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { wallClock } from './wallClock.js';

/** No person waits here: a frame that takes long says that the machine has other work, not that a backend is broken. In ms. */
const FRAME_LIMIT_MS = 600_000;

/** The engine that people are judged by, on wasm in Node, with the models that were built with it. Not loaded yet. */
export const createNodeLandmarker = (): FaceLandmarker =>
  createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: wallClock,
    frameLimitMs: FRAME_LIMIT_MS,
  });
