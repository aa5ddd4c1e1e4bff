import type { FaceLandmarker, FaceObservation, Frame } from '@huoti/core';

/** A landmarker that sees a face where the first pixel is bright, and records what was asked of it. */
export interface FakeLandmarker extends FaceLandmarker {
  readonly calls: string[];
  /** What the next `load` or `detect` waits for, or throws. */
  before: { load?: () => Promise<void>; detect?: () => Promise<void> };
}

export const observation = (frame: Frame): FaceObservation => ({
  landmarks: Float32Array.of(1, 2, 3),
  box: { xPx: 1, yPx: 2, widthPx: 3, heightPx: 4 },
  presence: 0.9,
  pose: { yawRadians: 0, pitchRadians: 0, rollRadians: 0 },
  frameWidthPx: frame.widthPx,
  frameHeightPx: frame.heightPx,
  timestampMs: frame.timestampMs,
});

export function createFakeLandmarker(backend: string): FakeLandmarker {
  const calls: string[] = [];
  const before: FakeLandmarker['before'] = {};
  return {
    specificationVersion: 'v1',
    calls,
    before,
    async load({ onProgress } = {}) {
      calls.push('load');
      await before.load?.();
      onProgress?.(1);
    },
    async detect(frame) {
      calls.push('detect');
      await before.detect?.();
      return (frame.data[0] ?? 0) > 100 ? [observation(frame)] : [];
    },
    reset: () => void calls.push('reset'),
    engineFacts: () => ({ backend, fallbacks: [], models: { detector: 'abc' }, medianFrameMs: null }),
    async dispose() {
      calls.push('dispose');
    },
  };
}

/** A grey frame of 2x2 px. */
export const greyFrame = (timestampMs = 1): Frame => ({
  data: new Uint8ClampedArray(16).fill(200),
  widthPx: 2,
  heightPx: 2,
  rotationDegrees: 0,
  mirrored: false,
  timestampMs,
  close: () => undefined,
});
