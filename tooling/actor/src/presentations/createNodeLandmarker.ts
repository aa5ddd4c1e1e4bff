import type { FaceLandmarker } from '@huoti/core';
import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { wallClock } from './wallClock.js';

/** The engine that people are judged by, on wasm in Node, with the models that were built with it. Not loaded yet. */
export const createNodeLandmarker = (): FaceLandmarker =>
  createTfjsLandmarker({ assets: createNodeAssetLoader(), manifest: modelManifest, clock: wallClock });
