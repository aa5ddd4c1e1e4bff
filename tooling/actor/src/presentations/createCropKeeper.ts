import { cropRectOf, placeInCrop, type FaceObservation, type Frame } from '@huoti/core';
import type { FaceCrop } from './PlayedPresentation.js';

/** Time between two crops, in ms: about two a second. */
const CROP_EVERY_MS = 450;

/** Keeps a crop of the face now and then, in memory alone. */
export interface CropKeeper {
  look(frame: Frame, face: FaceObservation | null): void;
  readonly kept: readonly FaceCrop[];
}

/** Cuts upright, unmirrored frames as the evidence is cut: 1.6 times the face's box. */
export function createCropKeeper(): CropKeeper {
  const kept: FaceCrop[] = [];
  let lastMs = -Infinity;
  return {
    kept,
    look(frame, face) {
      if (!face || face.landmarks.length === 0 || frame.timestampMs - lastMs < CROP_EVERY_MS) return;
      const rect = cropRectOf(face.landmarks, frame.widthPx, frame.heightPx);
      if (!rect) return;
      lastMs = frame.timestampMs;
      const { leftPx, topPx, widthPx, heightPx } = rect;
      const data = new Uint8ClampedArray(widthPx * heightPx * 4);
      for (let y = 0; y < heightPx; y++) {
        const from = ((topPx + y) * frame.widthPx + leftPx) * 4;
        data.set(frame.data.subarray(from, from + widthPx * 4), y * widthPx * 4);
      }
      kept.push({
        atMs: frame.timestampMs,
        picture: { ...frame, data, widthPx, heightPx, close: () => undefined },
        face: {
          ...face,
          landmarks: placeInCrop(face.landmarks, rect, rect),
          box: { ...face.box, xPx: face.box.xPx - leftPx, yPx: face.box.yPx - topPx },
          frameWidthPx: widthPx,
          frameHeightPx: heightPx,
        },
      });
    },
  };
}
