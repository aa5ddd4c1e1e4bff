import { createTfjsLandmarker } from '@huoti/core/vision/tfjs';
import { modelManifest } from '@huoti/models';
import { createNodeAssetLoader } from '@huoti/models/node';
import { createWallClock } from '../node/createWallClock.js';
import type { CropWindow } from './decodeClip.js';
import type { BenchFrame } from './FrameSet.js';

/** Finds faces while frames are prepared, before anything is measured. */
export interface FaceFinder {
  /** The largest face, or `null`. */
  find(frame: BenchFrame): Promise<CropWindow | null>;
  dispose(): Promise<void>;
}

/** A finder on huoti's own engine in Node. */
export async function createFaceFinder(): Promise<FaceFinder> {
  const landmarker = createTfjsLandmarker({
    assets: createNodeAssetLoader(),
    manifest: modelManifest,
    clock: createWallClock(),
  });
  await landmarker.load();
  return {
    async find({ data, widthPx, heightPx }) {
      landmarker.reset();
      const [face] = await landmarker.detect({
        data: new Uint8ClampedArray(data),
        widthPx,
        heightPx,
        rotationDegrees: 0,
        mirrored: false,
        timestampMs: 0,
        close: () => undefined,
      });
      return face && face.landmarks.length > 0 ? face.box : null;
    },
    dispose: () => landmarker.dispose(),
  };
}
