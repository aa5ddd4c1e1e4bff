import type { TraceChunk } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Slowest camera and engine together that a session is judged with, in frames a second: below, a blink falls between two frames. */
export const SLOWEST_FPS = 8;

/** Fastest camera, in frames a second. */
export const FASTEST_FPS = 120;

/** A session's own limit for a pause between two frames, in ms (protocol: 2 s). */
export const LONGEST_GAP_MS = 2_000;

/** Fewest frames of a trace: no session ends within a second. */
const FEWEST_FRAMES = 8;

/** Frames follow each other as a camera's do: forwards, at a camera's pace, without long gaps. */
export function frameTimes(chunks: readonly TraceChunk[]): CheckOutcome<void> {
  const expected = `${SLOWEST_FPS} to ${FASTEST_FPS} frames a second, in order, at most ${LONGEST_GAP_MS} ms apart`;
  const times = chunks.flatMap(({ frames }) => frames.map(({ timestampMs }) => timestampMs));
  if (times.length < FEWEST_FRAMES) return failed(`${times.length} frames`, expected);
  const steps = times.slice(1).map((time, at) => time - times[at]!);
  const back = steps.findIndex((step) => step < 0);
  if (back !== -1)
    return failed(`frame ${back + 1} is ${-steps[back]!} ms before the one before it`, expected);
  const gap = Math.max(...steps);
  const median = [...steps].sort((a, b) => a - b)[steps.length >> 1]!;
  const mean = (times[times.length - 1]! - times[0]!) / steps.length;
  const got = `a frame every ${median} ms (mean ${mean.toFixed(1)}), at most ${gap} ms apart`;
  // The mean as well: half of the steps could be of 0 ms without moving the median.
  const plausible =
    median <= 1000 / SLOWEST_FPS &&
    Math.min(median, mean) >= Math.floor(1000 / FASTEST_FPS) &&
    gap < LONGEST_GAP_MS;
  return plausible ? held(got, expected, undefined) : failed(got, expected);
}
