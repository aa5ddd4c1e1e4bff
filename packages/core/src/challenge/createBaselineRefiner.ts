import type { FaceObservation } from '../vision/FaceObservation.js';
import { measureFace } from './measureFace.js';
import { RollingValues } from './motion/RollingValues.js';
import type { PersonBaseline } from './PersonBaseline.js';

/** Keeps a baseline true while the session goes on. */
export interface BaselineRefiner {
  /** Takes one neutral frame in and gives the baseline as it stands now. */
  update(observation: FaceObservation): PersonBaseline;
}

/** A person who squinted at first opens up within a few seconds. */
const SPAN_MS = 2000;
const LEAST_FRAMES = 10;
const OPEN_EYE_QUANTILE = 0.7;
/** Raised brows open the eyes by a quarter (train people, 2026-11-23); more is not a resting eye. */
const MOST_RAISE = 1.25;
/** Yaw index within which a frame is frontal enough. */
const MAX_YAW_INDEX = 0.2;

/**
 * Raises the open-eye level of a baseline when the eyes turn out to open wider than in the first frames; never lowers
 * it, since tired or shut eyes are no rest.
 */
export function createBaselineRefiner(baseline: PersonBaseline): BaselineRefiner {
  const eyes = new RollingValues(SPAN_MS);
  let refined = baseline;
  return {
    update(observation: FaceObservation): PersonBaseline {
      const measures = measureFace(observation);
      if (measures === null || Math.abs(measures.yawIndex) > MAX_YAW_INDEX) return refined;
      eyes.push(measures.timestampMs, measures.eyes);
      const level = eyes.quantile(OPEN_EYE_QUANTILE);
      if (eyes.count >= LEAST_FRAMES && level !== null && level > refined.eyeOpenness) {
        refined = { ...baseline, eyeOpenness: Math.min(level, MOST_RAISE * baseline.eyeOpenness) };
      }
      return refined;
    },
  };
}
