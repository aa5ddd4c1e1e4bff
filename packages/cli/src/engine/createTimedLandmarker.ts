import type { FaceLandmarker } from '@huoti/core';

/** A landmarker that says how long it really took. */
export interface TimedLandmarker extends FaceLandmarker {
  /** In ms of wall time, over the frames so far; `null` before the first. */
  medianFrameMs(): number | null;
}

/** Measures another landmarker by the wall clock, since a session over a recording runs on the recording's time. */
export function createTimedLandmarker(inner: FaceLandmarker): TimedLandmarker {
  const durations: number[] = [];
  return {
    specificationVersion: 'v1',
    load: (options) => inner.load(options),
    detect: async (frame, options) => {
      const beganMs = performance.now();
      const observations = await inner.detect(frame, options);
      durations.push(performance.now() - beganMs);
      return observations;
    },
    reset: () => inner.reset(),
    engineFacts: () => inner.engineFacts(),
    dispose: () => inner.dispose(),
    medianFrameMs: () => {
      const sorted = [...durations].sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)] ?? null;
    },
  };
}
