import type { ByteReader } from './ByteReader.js';
import { EVIDENCE_LANDMARKS } from './evidenceLandmarks.js';
import type { TraceFrame, TraceSecondFace, TraceStatistics } from './TraceFrame.js';
import {
  COLOUR_NUMBERS,
  FACE_COLOUR_NUMBERS,
  FRAME_FLAGS,
  HASH_BYTES,
  LANDMARK_NUMBERS,
  STATISTICS,
  UNUSED_FRAME_FLAGS,
  UNUSED_STATISTICS_BITS,
  type FramePrediction,
} from './traceLayout.js';
import {
  MAX_FRAME_SIDE_PX,
  MAX_SECOND_FACE_AGE_MS,
  MAX_SIGNED_VALUE,
  MAX_TIMESTAMP_MS,
} from './traceLimits.js';

/** Reads a frame that is told by its difference to the one before, which it replaces in `before`. */
export function readTraceFrame(reader: ByteReader, before: FramePrediction): TraceFrame {
  const flags = reader.byte('frame flags');
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const refuseFlags = (what: string) => reader.malformed('frame flags', what, reader.offset - 1);
  if (has(UNUSED_FRAME_FLAGS)) throw refuseFlags('a bit that has no meaning is set');
  if (has(FRAME_FLAGS.face) && has(FRAME_FLAGS.broken)) throw refuseFlags('a face that is broken');
  if (has(FRAME_FLAGS.second) && !has(FRAME_FLAGS.face)) throw refuseFlags('a second face without a first');
  before.timestampMs += reader.unsigned('interval', MAX_TIMESTAMP_MS);
  if (before.timestampMs > MAX_TIMESTAMP_MS) {
    throw reader.malformed('interval', `the time ${before.timestampMs} is beyond ${MAX_TIMESTAMP_MS}`);
  }
  if (has(FRAME_FLAGS.size)) readSize(reader, before);
  else if (before.frameWidthPx === 0) throw refuseFlags('the first frame of a chunk has no size');
  const landmarks = has(FRAME_FLAGS.face) ? readLandmarks(reader, before.landmarks) : null;
  const faceColours = new Uint16Array(FACE_COLOUR_NUMBERS);
  const backgroundColours = new Uint16Array(COLOUR_NUMBERS - FACE_COLOUR_NUMBERS);
  for (let at = 0; at < COLOUR_NUMBERS; at++) {
    const value = before.colours[at]! + reader.signed('colour');
    if (value < 0 || value > 0xffff) throw reader.malformed('colour', `${value} does not fit 16 bits`);
    before.colours[at] = value;
    const stored = (value + 0xffff) & 0xffff;
    if (at < FACE_COLOUR_NUMBERS) faceColours[at] = stored;
    else backgroundColours[at - FACE_COLOUR_NUMBERS] = stored;
  }
  const backgroundMotion = has(FRAME_FLAGS.motion)
    ? Int16Array.of(readMotion(reader), readMotion(reader))
    : null;
  let hash = '';
  for (let at = 0; at < HASH_BYTES; at++) {
    const value = reader.byte('hash') ^ before.hash[at]!;
    before.hash[at] = value;
    hash += (value < 16 ? '0' : '') + value.toString(16);
  }
  const statistics = readStatistics(reader, before.statistics);
  const second: TraceSecondFace | null = has(FRAME_FLAGS.second)
    ? {
        width: reader.unsigned('second face width', MAX_SIGNED_VALUE),
        ageMs: reader.unsigned('second face age', MAX_SECOND_FACE_AGE_MS),
      }
    : null;
  return {
    timestampMs: before.timestampMs,
    afterFallback: has(FRAME_FLAGS.afterFallback),
    broken: has(FRAME_FLAGS.broken),
    frameWidthPx: before.frameWidthPx,
    frameHeightPx: before.frameHeightPx,
    landmarks,
    faceColours,
    backgroundColours,
    backgroundMotion,
    hash,
    statistics,
    second,
  };
}

function readSize(reader: ByteReader, before: FramePrediction): void {
  const from = reader.offset;
  const widthPx = 1 + reader.unsigned('frame width', MAX_FRAME_SIDE_PX - 1);
  const heightPx = 1 + reader.unsigned('frame height', MAX_FRAME_SIDE_PX - 1);
  if (widthPx === before.frameWidthPx && heightPx === before.frameHeightPx) {
    throw reader.malformed('frame width', 'a size that did not change is told again', from);
  }
  before.frameWidthPx = widthPx;
  before.frameHeightPx = heightPx;
}

function readLandmarks(reader: ByteReader, before: Int32Array): Int16Array {
  const from = reader.offset;
  const shiftX = reader.signed('landmark shift');
  const shiftY = reader.signed('landmark shift');
  const shiftZ = reader.signed('landmark shift');
  const shifts = [shiftX, shiftY, shiftZ];
  const rests = [0, 0, 0];
  const landmarks = new Int16Array(LANDMARK_NUMBERS);
  for (let at = 0, axis = 0; at < LANDMARK_NUMBERS; at++, axis = axis === 2 ? 0 : axis + 1) {
    const rest = reader.signed('landmark');
    const value = before[at]! + shifts[axis]! + rest;
    if (value > MAX_SIGNED_VALUE || value < -MAX_SIGNED_VALUE) {
      throw reader.malformed('landmark', `${value} does not fit 16 bits`);
    }
    rests[axis] = rests[axis]! + rest;
    landmarks[at] = value;
    before[at] = value;
  }
  // Any shift would do to restore the points; only one is the mean, so that a trace has one spelling.
  for (const sum of rests) {
    if (sum < 0 || sum >= EVIDENCE_LANDMARKS.length) {
      throw reader.malformed('landmark shift', 'is not the mean of the points, rounded down', from);
    }
  }
  return landmarks;
}

function readMotion(reader: ByteReader): number {
  const value = reader.signed('background motion');
  if (Math.abs(value) > MAX_SIGNED_VALUE) {
    throw reader.malformed('background motion', `${value} does not fit 16 bits`);
  }
  return value;
}

function readStatistics(reader: ByteReader, before: Int32Array): TraceStatistics {
  const mask = reader.byte('statistics mask');
  if ((mask & UNUSED_STATISTICS_BITS) !== 0) {
    throw reader.malformed('statistics mask', 'a bit that has no meaning is set', reader.offset - 1);
  }
  const required = (at: number): number => {
    const { name, most } = STATISTICS[at]!;
    const value = before[at]! + reader.signed(name);
    if (value < 0 || value > most) throw reader.malformed(name, `${value} is not from 0 to ${most}`);
    before[at] = value;
    return value;
  };
  const optional = (at: number): number | null => ((mask & STATISTICS[at]!.bit) === 0 ? null : required(at));
  return {
    frameMeanLuma: required(0),
    frameLumaDeviation: required(1),
    frameLumaDetail: required(2),
    faceMeanLuma: optional(3),
    faceClippedShare: optional(4),
    faceDarkShare: optional(5),
    backgroundMeanLuma: optional(6),
    faceSharpness: optional(7),
    lowerFaceUnlikeSkinShare: optional(8),
    eyeAreaUnlikeSkinShare: optional(9),
  };
}
