import '@tensorflow/tfjs-backend-webgl';
import {
  createDetector,
  SupportedModels,
  type FaceLandmarksDetector,
} from '@tensorflow-models/face-landmarks-detection';
import * as tf from '@tensorflow/tfjs-core';
import { registerCustomOps } from 'huoti-custom-ops';
import type { PageEngine } from '../PageEngine.js';
import { tensorsOfRealm } from '../tensorsOfRealm.js';

/**
 * The official package as it is, on webgl. Its own model addresses are dead, so it gets the converted attention mesh, and
 * with it the three operations that this graph needs.
 */
export function createEngine(): PageEngine {
  let detector: FaceLandmarksDetector | null = null;
  return {
    async open() {
      if (!(await tf.setBackend('webgl'))) throw new TypeError('webgl does not start in this browser');
      await tf.ready();
      registerCustomOps();
      detector = await createDetector(SupportedModels.MediaPipeFaceMesh, {
        runtime: 'tfjs',
        refineLandmarks: true,
        maxFaces: 1,
        detectorModelUrl: './engine/face-detector.json',
        landmarkModelUrl: './engine/face-attention.json',
      });
    },
    async detect(picture) {
      const faces = await detector?.estimateFaces(picture, { flipHorizontal: false });
      return faces?.[0]?.keypoints.length ?? 0;
    },
    close() {
      detector?.dispose();
      detector = null;
      return Promise.resolve();
    },
    tensors: tensorsOfRealm,
  };
}
