import { createBrowserLandmarker } from '@huoti/adapter-browser';
import type { FaceLandmarker } from '@huoti/core';
import { modelManifest } from '@huoti/models';
import type { PageEngine } from './PageEngine.js';
import { pixelsOf } from './pixelsOf.js';

/** huoti as an integrator's page has it: the adapter's landmarker, models and worker beside the page. */
export function openHuoti({
  mainThread,
  tensors,
}: {
  mainThread: boolean;
  tensors: () => number | null;
}): PageEngine {
  let landmarker: FaceLandmarker | null = null;
  return {
    async open() {
      landmarker = createBrowserLandmarker({
        assetsBaseUrl: './engine/',
        manifest: modelManifest,
        mainThread,
      });
      await landmarker.load();
      const { backend, fallbacks } = landmarker.engineFacts();
      if (backend !== 'wasm-simd' || fallbacks.length > 0)
        throw new TypeError(
          `huoti runs on ${backend}, after ${fallbacks.length} fallbacks: not what it ships for`,
        );
    },
    async detect(picture, timestampMs) {
      const { data, width, height } = pixelsOf(picture);
      const faces = await landmarker?.detect({
        data,
        widthPx: width,
        heightPx: height,
        rotationDegrees: 0,
        mirrored: false,
        timestampMs,
        close: () => undefined,
      });
      return (faces?.[0]?.landmarks.length ?? 0) / 3;
    },
    async close() {
      await landmarker?.dispose();
      landmarker = null;
    },
    tensors,
  };
}
