import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { FaceLandmarker, Frame } from '@huoti/core';
import { createBench } from '../page/createBench.js';
import type { BenchPage } from '../page/BenchPage.js';
import type { PageEngine } from '../page/PageEngine.js';
import { tensorsOfRealm } from '../page/tensorsOfRealm.js';
import { createWallClock } from './createWallClock.js';
import type { FrameFile } from './messages.js';

/** A frame without its time. */
type Pixels = Pick<Frame, 'data' | 'widthPx' | 'heightPx'>;

/** huoti in Node, its code fetched by the first session. */
async function createEngine(): Promise<PageEngine<Pixels>> {
  const [{ createTfjsLandmarker }, { modelManifest }, { createNodeAssetLoader }] = await Promise.all([
    import('@huoti/core/vision/tfjs'),
    import('@huoti/models'),
    import('@huoti/models/node'),
  ]);
  let landmarker: FaceLandmarker | null = null;
  return {
    async open() {
      landmarker = createTfjsLandmarker({
        assets: createNodeAssetLoader(),
        manifest: modelManifest,
        clock: createWallClock(),
        backends: ['wasm-simd'],
      });
      await landmarker.load();
    },
    async detect(pixels, timestampMs) {
      const faces = await landmarker?.detect({
        ...pixels,
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
    tensors: tensorsOfRealm,
  };
}

/** The harness of the Node row: frames come from files, everything else is as in a page. */
export function createNodeHarness(files: readonly FrameFile[]): BenchPage {
  const frames: Pixels[] = [];
  return createBench<Pixels>({
    createEngine,
    async keepFrames(count) {
      for (const { path, widthPx, heightPx } of files.slice(frames.length, count)) {
        frames.push({ data: new Uint8ClampedArray(await readFile(path)), widthPx, heightPx });
      }
    },
    frameCount: () => frames.length,
    show(index) {
      const frame = frames[index];
      if (!frame) throw new TypeError(`frame ${index} was not read`);
      return frame;
    },
    nowMs: () => performance.now(),
    breathe: () => setImmediate(undefined),
  });
}
