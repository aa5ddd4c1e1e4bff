import { EVIDENCE_LANDMARKS } from './evidenceLandmarks.js';
import { MAX_SHARE_VALUE, MAX_SHARPNESS_VALUE } from './traceLimits.js';
import type { TraceStatistics } from './TraceFrame.js';
import { BACKGROUND_COLOUR_REGIONS, FACE_COLOUR_REGIONS } from './traceUnits.js';

/** What a chunk begins with: "HTRC" and the version of the format. */
export const CHUNK_MAGIC: readonly number[] = [0x48, 0x54, 0x52, 0x43];
export const CHUNK_VERSION = 1;

/** Bits of a frame's first byte. The two left over are 0. */
export const FRAME_FLAGS = {
  face: 1,
  broken: 2,
  afterFallback: 4,
  second: 8,
  motion: 16,
  /** The frame's size follows: it is not the one before's. */
  size: 32,
} as const;
export const UNUSED_FRAME_FLAGS = 0xc0;

export const LANDMARK_NUMBERS = EVIDENCE_LANDMARKS.length * 3;
export const FACE_COLOUR_NUMBERS = FACE_COLOUR_REGIONS * 3;
export const COLOUR_NUMBERS = FACE_COLOUR_NUMBERS + BACKGROUND_COLOUR_REGIONS * 3;
export const HASH_BYTES = 8;
export const SHA256_BYTES = 32;

/** A frame has at least its flags, time, colours, hash, statistics mask and the three numbers that are always there. */
export const LEAST_FRAME_BYTES = 1 + 1 + COLOUR_NUMBERS + HASH_BYTES + 1 + 3;

/** Statistics in the order of the wire. Those with a `bit` are present where it is set in the mask. */
export const STATISTICS: readonly {
  readonly name: keyof TraceStatistics;
  readonly bit: number;
  readonly most: number;
}[] = [
  { name: 'frameMeanLuma', bit: 0, most: MAX_SHARE_VALUE },
  { name: 'frameLumaDeviation', bit: 0, most: MAX_SHARE_VALUE },
  { name: 'frameLumaDetail', bit: 0, most: MAX_SHARE_VALUE },
  { name: 'faceMeanLuma', bit: 1, most: MAX_SHARE_VALUE },
  { name: 'faceClippedShare', bit: 2, most: MAX_SHARE_VALUE },
  { name: 'faceDarkShare', bit: 4, most: MAX_SHARE_VALUE },
  { name: 'backgroundMeanLuma', bit: 8, most: MAX_SHARE_VALUE },
  { name: 'faceSharpness', bit: 16, most: MAX_SHARPNESS_VALUE },
  { name: 'lowerFaceUnlikeSkinShare', bit: 32, most: MAX_SHARE_VALUE },
  { name: 'eyeAreaUnlikeSkinShare', bit: 64, most: MAX_SHARE_VALUE },
];
export const UNUSED_STATISTICS_BITS = 0x80;

/** What a frame is told by its difference to: the frame before, or zeros at the start of a chunk. */
export interface FramePrediction {
  timestampMs: number;
  frameWidthPx: number;
  frameHeightPx: number;
  /** Of the last frame with a face. */
  readonly landmarks: Int32Array;
  /** Face then background, each one more than stored and modulo 65,536, so that "not seen" is 0. */
  readonly colours: Int32Array;
  readonly hash: Uint8Array;
  readonly statistics: Int32Array;
}

export const firstPrediction = (): FramePrediction => ({
  timestampMs: 0,
  frameWidthPx: 0,
  frameHeightPx: 0,
  landmarks: new Int32Array(LANDMARK_NUMBERS),
  colours: new Int32Array(COLOUR_NUMBERS),
  hash: new Uint8Array(HASH_BYTES),
  statistics: new Int32Array(STATISTICS.length),
});

/**
 * How far a face moved as a whole along one axis since the prediction: the mean difference of its points, rounded down.
 *
 * @param axis 0, 1 or 2
 */
export function commonShift(predicted: Int32Array, current: ArrayLike<number>, axis: number): number {
  let sum = 0;
  for (let at = axis; at < LANDMARK_NUMBERS; at += 3) sum += current[at]! - predicted[at]!;
  return Math.floor(sum / EVIDENCE_LANDMARKS.length);
}
