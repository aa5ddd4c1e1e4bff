import {
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  LANDMARK_UNITS_PER_SIDE,
  MAX_SECOND_FACE_AGE_MS,
  MAX_SIGNED_VALUE,
  MOTION_UNITS_PER_SIDE,
  type TraceFrame,
  type TraceSecondFace,
} from '@huoti/protocol';
import type { FaceObservation } from '../vision/FaceObservation.js';
import type { BackgroundMotion } from './backgroundMotion.js';
import type { FrameFacts } from './FrameFacts.js';
import type { RegionColours } from './measureRegions.js';
import { quantiseLandmarks } from './quantiseLandmarks.js';
import { quantiseStatistics } from './quantiseStatistics.js';

/** What is traced of a frame's pixels besides its statistics. */
export interface PixelFacts {
  readonly colours: RegionColours;
  readonly motion: BackgroundMotion | null;
  /** See `frameHash`. */
  readonly hash: string;
}

/** A frame as whole numbers. `facts.timestampMs` has to be a whole number already. */
export function traceFrameOf(facts: FrameFacts, { colours, motion, hash }: PixelFacts): TraceFrame {
  const { timestampMs, afterFallback, frameWidthPx, frameHeightPx, observations } = facts;
  const main = observations[0];
  const seen = main !== undefined && main.landmarks.length > 0 ? main : null;
  const landmarks = seen === null ? null : quantiseLandmarks(seen);
  return {
    timestampMs,
    afterFallback,
    broken: seen !== null && landmarks === null,
    frameWidthPx,
    frameHeightPx,
    landmarks,
    faceColours: quantiseColours(colours.face),
    backgroundColours: quantiseColours(colours.background),
    backgroundMotion:
      motion === null
        ? null
        : Int16Array.of(
            Math.round(motion.x * MOTION_UNITS_PER_SIDE),
            Math.round(motion.y * MOTION_UNITS_PER_SIDE),
          ),
    hash,
    statistics: quantiseStatistics(facts.statistics),
    second: landmarks === null ? null : secondOf(observations.slice(1), facts),
  };
}

function secondOf(others: readonly FaceObservation[], facts: FrameFacts): TraceSecondFace | null {
  let widest: FaceObservation | null = null;
  for (const other of others) if (!widest || other.box.widthPx > widest.box.widthPx) widest = other;
  if (!widest) return null;
  const units = LANDMARK_UNITS_PER_SIDE / Math.max(facts.frameWidthPx, facts.frameHeightPx);
  const ageMs = Math.round(facts.timestampMs - widest.timestampMs);
  return {
    width: Math.max(0, Math.min(MAX_SIGNED_VALUE, Math.round(widest.box.widthPx * units))),
    ageMs: Math.max(0, Math.min(MAX_SECOND_FACE_AGE_MS, ageMs)),
  };
}

function quantiseColours(colours: Float32Array): Uint16Array {
  return Uint16Array.from(colours, (value) =>
    value === value
      ? Math.min(COLOUR_NOT_SEEN - 1, Math.round(value * COLOUR_UNITS_PER_LEVEL))
      : COLOUR_NOT_SEEN,
  );
}
