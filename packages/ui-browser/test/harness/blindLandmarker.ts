import type { FaceLandmarker } from '@huoti/core';

/** How many were disposed, for tests to count. */
export const disposedLandmarkers = { count: 0 };

/** A landmarker that never sees anybody. */
export const createBlindLandmarker = (): FaceLandmarker => ({
  specificationVersion: 'v1',
  load: async ({ onProgress } = {}) => onProgress?.(1),
  detect: async () => [],
  reset: () => undefined,
  engineFacts: () => ({ backend: 'none', fallbacks: [], models: {}, medianFrameMs: null }),
  dispose: async () => {
    disposedLandmarkers.count += 1;
  },
});
