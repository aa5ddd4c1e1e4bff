import { createRecognitionAssetLoader } from '@huoti/models/node';
import { recognitionManifest } from '@huoti/models/recognition';
import type { Clock } from '@huoti/core';
import { createTfjsEmbedder, type EmbedderModelName, type FaceEmbedder } from '../src/index.js';

/** The machine's own clock. */
export const clock: Clock = {
  nowMs: () => performance.now(),
  sleep: (durationMs, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, durationMs);
      signal?.addEventListener('abort', stop);
    }),
};

/** An embedder on the networks that were built. */
export const builtEmbedder = (model: EmbedderModelName): FaceEmbedder =>
  createTfjsEmbedder({ assets: createRecognitionAssetLoader(), manifest: recognitionManifest, clock, model });
