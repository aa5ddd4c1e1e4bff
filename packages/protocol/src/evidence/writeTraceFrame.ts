import { HuotiError } from '../errors/HuotiError.js';
import type { ByteWriter } from './ByteWriter.js';
import type { TraceFrame } from './TraceFrame.js';
import {
  COLOUR_NUMBERS,
  commonShift,
  FACE_COLOUR_NUMBERS,
  FRAME_FLAGS,
  HASH_BYTES,
  LANDMARK_NUMBERS,
  STATISTICS,
  type FramePrediction,
} from './traceLayout.js';
import {
  MAX_FRAME_SIDE_PX,
  MAX_SECOND_FACE_AGE_MS,
  MAX_SIGNED_VALUE,
  MAX_TIMESTAMP_MS,
} from './traceLimits.js';

const refuse = (what: string): HuotiError => new HuotiError('INVALID_ARGUMENT', `evidence frame: ${what}`);

const HASH = /^[0-9a-f]{16}$/;

/** Writes a frame as its difference to the one before, which it replaces in `before`. */
export function writeTraceFrame(writer: ByteWriter, frame: TraceFrame, before: FramePrediction): void {
  const { landmarks, statistics, second, backgroundMotion } = frame;
  if (landmarks !== null && (frame.broken || landmarks.length !== LANDMARK_NUMBERS)) {
    throw refuse(`landmarks are ${LANDMARK_NUMBERS} numbers of a face that is not broken, or null`);
  }
  if (second !== null && landmarks === null) throw refuse('a second face stands beside a followed one');
  const resized = frame.frameWidthPx !== before.frameWidthPx || frame.frameHeightPx !== before.frameHeightPx;
  writer.byte(
    (landmarks === null ? 0 : FRAME_FLAGS.face) |
      (frame.broken ? FRAME_FLAGS.broken : 0) |
      (frame.afterFallback ? FRAME_FLAGS.afterFallback : 0) |
      (second === null ? 0 : FRAME_FLAGS.second) |
      (backgroundMotion === null ? 0 : FRAME_FLAGS.motion) |
      (resized ? FRAME_FLAGS.size : 0),
  );
  writer.unsigned('interval', frame.timestampMs - before.timestampMs, MAX_TIMESTAMP_MS);
  before.timestampMs = frame.timestampMs;
  if (resized) {
    writer.unsigned('frame width', frame.frameWidthPx - 1, MAX_FRAME_SIDE_PX - 1);
    writer.unsigned('frame height', frame.frameHeightPx - 1, MAX_FRAME_SIDE_PX - 1);
    before.frameWidthPx = frame.frameWidthPx;
    before.frameHeightPx = frame.frameHeightPx;
  }
  if (landmarks !== null) writeLandmarks(writer, landmarks, before.landmarks);
  writeColours(writer, frame, before.colours);
  if (backgroundMotion !== null) {
    for (let axis = 0; axis < 2; axis++) {
      const moved = backgroundMotion[axis];
      if (moved === undefined || Math.abs(moved) > MAX_SIGNED_VALUE)
        throw refuse('background motion is x, y');
      writer.signed(moved);
    }
  }
  if (!HASH.test(frame.hash)) throw refuse('the hash is 16 lower-case hex digits');
  for (let at = 0; at < HASH_BYTES; at++) {
    const value = parseInt(frame.hash.slice(at * 2, at * 2 + 2), 16);
    writer.byte(value ^ before.hash[at]!);
    before.hash[at] = value;
  }
  let mask = 0;
  for (const { name, bit } of STATISTICS) if (statistics[name] !== null) mask |= bit;
  writer.byte(mask);
  STATISTICS.forEach(({ name, bit, most }, at) => {
    const value = statistics[name];
    if (value === null && bit !== 0) return;
    if (value === null || !Number.isInteger(value) || value < 0 || value > most) {
      throw refuse(`${name} is ${value}, not a whole number from 0 to ${most}`);
    }
    writer.signed(value - before.statistics[at]!);
    before.statistics[at] = value;
  });
  if (second !== null) {
    writer.unsigned('second face width', second.width, MAX_SIGNED_VALUE);
    writer.unsigned('second face age', second.ageMs, MAX_SECOND_FACE_AGE_MS);
  }
}

function writeLandmarks(writer: ByteWriter, landmarks: Int16Array, before: Int32Array): void {
  const shift = [0, 1, 2].map((axis) => commonShift(before, landmarks, axis));
  for (const each of shift) writer.signed(each);
  for (let at = 0; at < LANDMARK_NUMBERS; at++) {
    const value = landmarks[at]!;
    if (value < -MAX_SIGNED_VALUE)
      throw refuse(`a landmark is ${value}, at least ${-MAX_SIGNED_VALUE} is allowed`);
    writer.signed(value - before[at]! - shift[at % 3]!);
    before[at] = value;
  }
}

function writeColours(writer: ByteWriter, frame: TraceFrame, before: Int32Array): void {
  const { faceColours, backgroundColours } = frame;
  if (
    faceColours.length !== FACE_COLOUR_NUMBERS ||
    faceColours.length + backgroundColours.length !== COLOUR_NUMBERS
  ) {
    throw refuse(`colours are ${FACE_COLOUR_NUMBERS} and ${COLOUR_NUMBERS - FACE_COLOUR_NUMBERS} numbers`);
  }
  for (let at = 0; at < COLOUR_NUMBERS; at++) {
    const stored = at < FACE_COLOUR_NUMBERS ? faceColours[at]! : backgroundColours[at - FACE_COLOUR_NUMBERS]!;
    const value = (stored + 1) & 0xffff;
    writer.signed(value - before[at]!);
    before[at] = value;
  }
}
