import type { FaceMeasures } from '../measureFace.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionTracker, TrackerReading } from './ActionTracker.js';
import { RollingValues } from './RollingValues.js';

/**
 * All numbers below: attention mesh over the train people of the fixtures (2026-11-23). Their eyes are open at 0.20 to
 * 0.43, shut at 0.02 to 0.10 (10 to 37 % of open), and a blink lasts 70 to 430 ms.
 */

/** Share of the person's open eyes under which lids have begun to close. */
const CLOSING_SHARE = 0.7;
/** Share under which they count as shut: half way, since at 15 frames a second the deepest moment is often missed. */
export const SHUT_SHARE = 0.5;
/** In a frontal face each eye must come down to this share: an open one beside a shut one is a wink. */
const EACH_EYE_SHARE = 0.6;
/** Head turn (rad) within which both eyes are seen well enough to ask it of each. */
const BOTH_EYES_YAW_RADIANS = 0.35;
/** Beyond 52 degrees only an edge of the eye is left. */
const MAX_YAW_RADIANS = 0.9;
/** Beyond 26 degrees up or down from the person's rest the lids hide by themselves. */
const MAX_PITCH_RADIANS = 0.45;
/** A head that goes up or down by 17 degrees while the lids come down is a nod, or a look down. */
const MAX_PITCH_TRAVEL_RADIANS = 0.3;
/** Eyes shut for longer are closed on purpose, or look down. Asked-for blinks are slower than involuntary ones. */
const MAX_SHUT_MS = 1000;
/** How far back the open eyes are looked at; a smile narrows them, a surprise widens them. */
const REFERENCE_SPAN_MS = 1500;
/** Upper part of the recent values: blinks in between do not pull it down. */
const REFERENCE_QUANTILE = 0.7;
const REFERENCE_LEAST_FRAMES = 3;
/** The recent level may leave the calibrated one by this much. */
const REFERENCE_LOWEST = 0.6;
const REFERENCE_HIGHEST = 1.3;
/** A longer gap between frames could hide a whole blink, or half of one. */
const MAX_GAP_MS = 500;
/** Share of the bar that closing fills; opening again fills the rest. */
const CLOSING_PROGRESS = 0.6;

interface Closure {
  readonly startMs: number;
  lowest: number;
  shut: boolean;
  readonly startPitch: number;
}

/**
 * Lids that close and open again. One eye alone is a wink, a gaze down stays too long or too high, a nod moves the
 * head: none of them is a blink.
 *
 * @param baseline asked anew each frame, so that a rolling one can be given
 */
export function createBlinkTracker(baseline: () => PersonBaseline): ActionTracker {
  const left = new RollingValues(REFERENCE_SPAN_MS);
  const right = new RollingValues(REFERENCE_SPAN_MS);
  const both = new RollingValues(REFERENCE_SPAN_MS);
  let closure: Closure | null = null;
  let lastMs = Number.NEGATIVE_INFINITY;
  let shallow = false;

  const reference = (values: RollingValues, calibrated: number): number => {
    if (values.count < REFERENCE_LEAST_FRAMES) return calibrated;
    const recent = values.quantile(REFERENCE_QUANTILE) ?? calibrated;
    return Math.max(REFERENCE_LOWEST * calibrated, Math.min(REFERENCE_HIGHEST * calibrated, recent));
  };

  const restart = (): void => {
    closure = null;
    shallow = false;
  };

  return {
    restart,
    push(measures: FaceMeasures): TrackerReading {
      const now = measures.timestampMs;
      const { eyeOpenness: calibrated, pitchRadians: restPitch } = baseline();
      if (now - lastMs > MAX_GAP_MS) closure = null;
      lastMs = now;
      const share = measures.eyes / reference(both, calibrated);
      const eachShare = Math.max(
        measures.leftEye / reference(left, calibrated),
        measures.rightEye / reference(right, calibrated),
      );
      const frontal = Math.abs(measures.yawRadians) <= BOTH_EYES_YAW_RADIANS;
      const judged =
        Math.abs(measures.yawRadians) <= MAX_YAW_RADIANS &&
        Math.abs(measures.pitchRadians - restPitch) <= MAX_PITCH_RADIANS;

      let complete = false;
      let startMs: number | null = null;
      let amplitude = 0;
      if (share < CLOSING_SHARE) {
        if (closure === null && judged) {
          closure = { startMs: now, lowest: share, shut: false, startPitch: measures.pitchRadians };
        }
        // Seen shut only in a pose that shows it; the head may move on before they open again.
        if (closure !== null && judged) {
          closure.lowest = Math.min(closure.lowest, share);
          const still = Math.abs(measures.pitchRadians - closure.startPitch) <= MAX_PITCH_TRAVEL_RADIANS;
          if (still && share <= SHUT_SHARE && (!frontal || eachShare <= EACH_EYE_SHARE)) closure.shut = true;
        }
        if (closure !== null) {
          startMs = closure.startMs;
          amplitude = Math.min(0.99, (1 - closure.lowest) / (1 - SHUT_SHARE));
        }
      } else if (closure !== null) {
        startMs = closure.startMs;
        complete = closure.shut && now - closure.startMs <= MAX_SHUT_MS;
        amplitude = complete ? (1 - closure.lowest) / (1 - SHUT_SHARE) : 0;
        shallow = !complete;
        closure = null;
      }
      // Long closures and gazes down stay out of the level of open eyes by its quantile only as long as they are short.
      if (share >= CLOSING_SHARE && judged) {
        both.push(now, measures.eyes);
        if (frontal) {
          left.push(now, measures.leftEye);
          right.push(now, measures.rightEye);
        }
      }
      return {
        amplitude,
        progress: complete ? 1 : closure !== null ? CLOSING_PROGRESS * amplitude : 0,
        hint: shallow && closure === null && !complete ? 'blink-slower' : 'none',
        startMs,
        complete,
        measurements: { eyeOpenness: measures.eyes, eyeShare: share },
      };
    },
  };
}
