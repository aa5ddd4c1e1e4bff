import { yawIndex } from '../../geometry/yawIndex.js';
import { createHistogram } from '../createHistogram.js';
import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createSoftMotion } from './createSoftMotion.js';

/** Frames are compared over this time, in ms: longer than a landmarker's own smoothing, shorter than most movements of a head. */
const LEAST_LAG_MS = 400;
const MOST_LAG_MS = 720;
/** Frames closer together, in ms, are left out. */
const LEAST_INTERVAL_MS = 45;
/** Frames that are kept to compare with: MOST_LAG_MS at LEAST_INTERVAL_MS. */
const KEPT = 16;
/** The head is at rest when its pose is the same in both: yaw index, and rad. */
const MAX_YAW_INDEX = 0.2;
const MAX_INDEX_CHANGE = 0.03;
const MAX_PITCH_CHANGE_RADIANS = 0.06;
const MAX_ROLL_CHANGE_RADIANS = 0.05;
/** Fewest pairs of frames at rest. */
const LEAST_PAIRS = 12;
/** One pair in five has to show it: a mouth, a lid or a gaze that moves now and then. */
const LIVELY_QUANTILE = 0.8;
/**
 * Motion of the liveliest soft part over what the bones' trembling explains. Train prints 1.5 to 1.9 (held still and
 * moved); train people 1.6 to 6, the lower ones looking on without a word (2026-11-26). So little speaks for a print that
 * the score's lower end is not far down.
 */
const LIFELESS_RATIO = 1.6;
const LIVELY_RATIO = 3;
const LIFELESS_SCORE = 0.35;
const LIVELY_SCORE = 0.85;

/**
 * Micro-motion of a face at rest. Lips, lids, brows and gaze have muscles of their own, and are never quite still: they move
 * against the bones, one at a time. On a sheet nothing moves against anything: what is left once the sheet's motion is
 * taken out is the landmarker's trembling, and it is the same everywhere. Told: how much more the liveliest soft part
 * moved than the bones' trembling explains (`liveliness`), over pairs of frames 0.4 s apart in which the head is at rest.
 *
 * A person who sits still and looks on shows as little as a print, and is told so mildly. What defeats it: any recording of
 * a person, a video call, a rendered face; a print with cut-out eyes and mouth.
 *
 * Constants: how much more the landmarker trembles on soft parts than on bones (see `createSoftMotion`), and the two ends.
 */
export function createMicroMotionSignal(): SpoofSignal {
  const motion = createSoftMotion(KEPT);
  const times = new Float64Array(KEPT);
  const poses = new Float64Array(KEPT * 3);
  const ratios = createHistogram({ from: 0, to: 12, bins: 240 });
  let count = 0;
  let faces = 0;

  /** The newest kept frame that is old enough to be compared with. */
  const partnerOf = (atMs: number): number | null => {
    for (let back = 1; back <= Math.min(count, KEPT); back++) {
      const at = (count - back) % KEPT;
      const lag = atMs - times[at]!;
      if (lag > MOST_LAG_MS) return null;
      if (lag >= LEAST_LAG_MS) return at;
    }
    return null;
  };
  const atRest = (at: number, index: number, pitch: number, roll: number): boolean =>
    Math.abs(poses[at * 3]! - index) <= MAX_INDEX_CHANGE &&
    Math.abs(poses[at * 3 + 1]! - pitch) <= MAX_PITCH_CHANGE_RADIANS &&
    Math.abs(poses[at * 3 + 2]! - roll) <= MAX_ROLL_CHANGE_RADIANS;

  return {
    name: 'micro-motion',
    family: 'physiology',
    push({ face, timestampMs }): void {
      if (face === null) {
        count = 0;
        return;
      }
      faces += 1;
      if (count > 0 && timestampMs - times[(count - 1) % KEPT]! < LEAST_INTERVAL_MS) return;
      const { landmarks, pose } = face;
      const index = yawIndex(landmarks);
      if (Math.abs(index) > MAX_YAW_INDEX) return;
      const partner = partnerOf(timestampMs);
      const slot = count % KEPT;
      // Taken in before it is compared: the partner is never the slot, which holds the oldest frame.
      const compared =
        partner !== null && partner !== slot && atRest(partner, index, pose.pitchRadians, pose.rollRadians)
          ? partner
          : null;
      motion.keep(slot, landmarks);
      times[slot] = timestampMs;
      poses[slot * 3] = index;
      poses[slot * 3 + 1] = pose.pitchRadians;
      poses[slot * 3 + 2] = pose.rollRadians;
      count += 1;
      if (compared !== null) ratios.add(motion.liveliness(compared, slot));
    },
    read(): SignalMeasurement {
      if (faces === 0) return { kind: 'unavailable', reason: 'no-face' };
      if (ratios.count < LEAST_PAIRS) return { kind: 'unavailable', reason: 'never-at-rest' };
      const liveliness = ratios.quantile(LIVELY_QUANTILE) ?? 0;
      return {
        kind: 'measured',
        score: rampScore(liveliness, {
          from: LIFELESS_RATIO,
          to: LIVELY_RATIO,
          least: LIFELESS_SCORE,
          most: LIVELY_SCORE,
        }),
        measures: { liveliness, middle: ratios.quantile(0.5) ?? 0, pairs: ratios.count },
      };
    },
    reset(): void {
      ratios.clear();
      count = 0;
      faces = 0;
    },
  };
}
