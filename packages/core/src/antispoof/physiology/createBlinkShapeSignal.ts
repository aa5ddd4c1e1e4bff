import { eyeOpenness } from '../../geometry/eyeOpenness.js';
import { landmarkDistance } from '../../geometry/landmarkDistance.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import { createHistogram } from '../createHistogram.js';
import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createLidCourse, type LidClosure } from './createLidCourse.js';

/** Lids are judged while both are seen well: yaw index. */
const MAX_YAW_INDEX = 0.3;
/**
 * A closure counts while the rest of the face stays as it was. Logarithm of the upper face's height over the eyes' distance,
 * which a tilted picture changes together with the lids' gap: 0.15 is a tilt by 30 degrees. And pitch: a look down lowers the lids.
 */
const MAX_SHAPE_CHANGE = 0.15;
const MAX_PITCH_CHANGE_RADIANS = 0.25;
/** From here on, in ms between frames, the way of a lid is not seen; and from here on most blinks are one frame, or none. */
const COARSE_INTERVAL_MS = 45;
const BLIND_INTERVAL_MS = 110;
/** Lids open over 100 ms at least (and up to 300), so that 24 frames a second catch them half-way once. */
const LEAST_OPENING_FRAMES = 1;
/** A blink lasts 70 ms at least; what is shorter is one jumped frame. */
const LEAST_BLINK_MS = 65;
/**
 * People at a screen blink 4 to 20 times a minute. Without a blink nothing is told for the first seconds; after 20 s four of
 * five would have blinked.
 */
const SILENT_MS = 8000;
const STARING_MS = 20_000;
const NOT_YET_SCORE = 0.5;
const STARING_SCORE = 0.35;
const ONE_BLINK_SCORE = 0.7;
const MORE_BLINKS_SCORE = 0.75;
const COARSE_BLINK_SCORE = 0.6;
/** Eyes that are shut from one frame to the next, stay so, and are open in one frame: stills. */
const STEP_SCORE = 0.25;

/**
 * Shape and duration of blinks. A lid is pulled down in 50 to 100 ms and let go over 100 to 300 ms, on both sides at once,
 * while the head stays: at 24 frames a second or more it is caught half-way open. A print does not blink; stills of open and
 * shut eyes switch; a print that is tilted or bent narrows its eyes together with the whole face, which does not count.
 *
 * 9 to 24 frames a second show that lids closed, not how; fewer show nothing. People who stare are not unusual: no blink weighs little.
 * What defeats it: any recording of a person, eye holes cut into a print, a rendered face.
 *
 * Constants: physiology (VanderWerf et al., Eyelid movements: behavioral studies of blinking in humans, J. Neurophysiol. 2003),
 * and blink rates at screens; none is fitted.
 */
export function createBlinkShapeSignal(): SpoofSignal {
  const course = createLidCourse();
  const intervals = createHistogram({ from: 0, to: 500, bins: 250 });
  let start = { shape: 0, pitch: 0 };
  let open = { shape: 0, pitch: 0 };
  let lastMs: number | null = null;
  let seenMs = 0;
  let natural = 0;
  let coarse = 0;
  let steps = 0;
  let sumMs = 0;

  const judge = ({ durationMs, openingFrames, closingFrames, longestIntervalMs }: LidClosure): void => {
    if (durationMs < LEAST_BLINK_MS || longestIntervalMs > BLIND_INTERVAL_MS) return;
    sumMs += durationMs;
    if (longestIntervalMs > COARSE_INTERVAL_MS) coarse += 1;
    else if (openingFrames >= LEAST_OPENING_FRAMES) natural += 1;
    else if (closingFrames === 0) steps += 1;
    else coarse += 1;
  };

  return {
    name: 'blink-shape',
    family: 'physiology',
    push({ face, timestampMs }): void {
      if (face === null || Math.abs(yawIndex(face.landmarks)) > MAX_YAW_INDEX) {
        course.drop();
        lastMs = null;
        return;
      }
      const { landmarks, pose } = face;
      const shape = Math.log(landmarkDistance(landmarks, 10, 2) / landmarkDistance(landmarks, 33, 263));
      const now = { shape, pitch: pose.pitchRadians };
      const closure = course.push(timestampMs, eyeOpenness(landmarks, pose).combined);
      if (course.closing) {
        if (start.shape === 0) start = open;
        const moved =
          Math.abs(now.shape - start.shape) > MAX_SHAPE_CHANGE ||
          Math.abs(now.pitch - start.pitch) > MAX_PITCH_CHANGE_RADIANS;
        if (moved) course.drop();
      } else {
        start = { shape: 0, pitch: 0 };
        open = now;
      }
      if (closure !== null) judge(closure);
      if (lastMs !== null) {
        seenMs += Math.min(timestampMs - lastMs, 1000);
        intervals.add(timestampMs - lastMs);
      }
      lastMs = timestampMs;
    },
    read(): SignalMeasurement {
      if ((intervals.quantile(0.5) ?? 0) > BLIND_INTERVAL_MS)
        return { kind: 'unavailable', reason: 'too-slow' };
      const blinks = natural + coarse + steps;
      if (blinks === 0 && seenMs < SILENT_MS) return { kind: 'unavailable', reason: 'no-blink' };
      const measures = {
        natural,
        coarse,
        steps,
        meanMs: blinks === 0 ? 0 : sumMs / blinks,
        seenMs,
      };
      return { kind: 'measured', score: scoreOf({ natural, coarse, steps, seenMs }), measures };
    },
    reset(): void {
      course.reset();
      intervals.clear();
      start = { shape: 0, pitch: 0 };
      open = start;
      lastMs = null;
      seenMs = 0;
      natural = 0;
      coarse = 0;
      steps = 0;
      sumMs = 0;
    },
  };
}

function scoreOf({
  natural,
  coarse,
  steps,
  seenMs,
}: {
  readonly natural: number;
  readonly coarse: number;
  readonly steps: number;
  readonly seenMs: number;
}): number {
  if (steps > natural + coarse) return STEP_SCORE;
  if (natural > 0) return natural === 1 ? ONE_BLINK_SCORE : MORE_BLINKS_SCORE;
  if (coarse > 0) return COARSE_BLINK_SCORE;
  return rampScore(seenMs, {
    from: STARING_MS,
    to: SILENT_MS,
    least: STARING_SCORE,
    most: NOT_YET_SCORE,
  });
}
