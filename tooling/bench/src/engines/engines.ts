import type { Engine } from './Engine.js';

/** Every engine, in the order of the table. Why these versions: docs/decisions/2026-11-23-rivals-in-the-bench.md. */
export const ENGINES: readonly Engine[] = [
  {
    id: 'huoti-worker',
    name: 'huoti, in its worker (as shipped)',
    version: '@huoti/adapter-browser, wasm SIMD',
    host: 'browser',
    slow: false,
  },
  {
    id: 'huoti-main-thread',
    name: "huoti, on the page's thread",
    version: '@huoti/adapter-browser with mainThread, wasm SIMD',
    host: 'browser',
    slow: false,
  },
  {
    id: 'mediapipe',
    name: "MediaPipe's own runtime",
    version:
      '@mediapipe/face_mesh 0.4.1633559619, refineLandmarks, maxNumFaces 1, useCpuInference (its fastest without a GPU)',
    host: 'browser',
    slow: false,
  },
  {
    id: 'mediapipe-default',
    name: "MediaPipe's own, as it comes",
    version: 'the same without useCpuInference: its network runs on webgl',
    host: 'browser',
    slow: true,
  },
  {
    id: 'raw-webgl',
    name: 'raw package, webgl',
    version: '@tensorflow-models/face-landmarks-detection 1.0.6, runtime tfjs, the converted attention mesh',
    host: 'browser',
    slow: true,
  },
  {
    id: 'human',
    name: 'human, wasm',
    version: '@vladmandic/human 3.3.6, backend wasm (SIMD), face mesh and iris only',
    host: 'browser',
    slow: false,
  },
  {
    id: 'huoti-node',
    name: 'huoti, Node',
    version: '@huoti/core, wasm SIMD',
    host: 'node',
    slow: false,
  },
];
