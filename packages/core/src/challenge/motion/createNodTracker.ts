import type { FaceMeasures } from '../measureFace.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionTracker, TrackerReading } from './ActionTracker.js';
import { RollingValues } from './RollingValues.js';

/** How far the chin goes down: 14 degrees. Heads that speak stay within 8 of the train people's rest (2026-11-23). */
export const FULL_NOD_RADIANS = 0.25;
/** Share of the way down that the head must come back. */
const RETURN_SHARE = 0.6;
/** Of the full nod: above it the head is on its way. */
const ONSET = 0.3;
/** A chin that stays down for longer looks down. */
const MAX_DOWN_MS = 2000;
/** How far back the level before the nod is looked at. */
const REST_SPAN_MS = 1000;
/** That level may leave the calibrated rest by 9 degrees: a hand-held phone sinks, a look up is no rest. */
const REST_DRIFT_RADIANS = 0.15;
/** Yaw index beyond which the head turns, and its pitch says little. */
const MAX_YAW_INDEX = 0.35;
/** A longer gap between frames could hide a whole nod. */
const MAX_GAP_MS = 500;
/** Share of the bar that going down fills; coming back fills the rest. */
const DOWN_PROGRESS = 0.6;

/** A chin that goes down and comes back. */
export function createNodTracker(baseline: () => PersonBaseline): ActionTracker {
  const level = new RollingValues(REST_SPAN_MS);
  let down: { startMs: number; rest: number; deepest: number } | null = null;
  let previous = 0;
  let stale = false;
  let lastMs = Number.NEGATIVE_INFINITY;

  const restart = (): void => {
    down = null;
    stale = false;
    previous = 0;
    level.clear();
  };

  return {
    restart,
    push(measures: FaceMeasures): TrackerReading {
      const now = measures.timestampMs;
      if (now - lastMs > MAX_GAP_MS) restart();
      lastMs = now;
      const person = baseline();
      const calibrated = person.pitchRadians;
      const recent = level.quantile(0.5) ?? calibrated;
      const rest: number =
        down?.rest ??
        Math.max(calibrated - REST_DRIFT_RADIANS, Math.min(calibrated + REST_DRIFT_RADIANS, recent));
      const depth = (rest - measures.pitchRadians) / FULL_NOD_RADIANS;
      const steady = Math.min(depth, previous);
      previous = depth;

      let complete = false;
      let startMs: number | null = down?.startMs ?? null;
      let deepest = down?.deepest ?? 0;
      if (Math.abs(measures.yawIndex - person.yawIndex) > MAX_YAW_INDEX) {
        down = null;
      } else if (depth < ONSET) {
        complete = !stale && down !== null && down.deepest >= 1;
        down = null;
        stale = false;
      } else {
        down ??= { startMs: now, rest, deepest: 0 };
        startMs = down.startMs;
        down.deepest = Math.max(down.deepest, steady);
        deepest = down.deepest;
        if (now - down.startMs > MAX_DOWN_MS) stale = true;
        if (!stale && deepest >= 1 && depth <= (1 - RETURN_SHARE) * deepest) {
          complete = true;
          // Once down is once: the rest of the way up is no second nod.
          stale = true;
        }
      }
      if (down === null) level.push(now, measures.pitchRadians);
      const back = deepest > 0 ? Math.max(0, Math.min(1, (deepest - depth) / (RETURN_SHARE * deepest))) : 0;
      return {
        amplitude: complete ? deepest : Math.min(0.99, Math.max(0, steady)),
        progress: complete
          ? 1
          : down === null || stale
            ? 0
            : deepest < 1
              ? DOWN_PROGRESS * Math.max(0, Math.min(1, depth))
              : DOWN_PROGRESS + (1 - DOWN_PROGRESS) * back,
        hint: down === null ? 'none' : deepest >= 1 ? 'nod-return' : 'nod-deeper',
        startMs,
        complete,
        measurements: { pitchRadians: measures.pitchRadians, depth },
      };
    },
  };
}
