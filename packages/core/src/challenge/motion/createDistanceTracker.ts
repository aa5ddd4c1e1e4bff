import type { FaceMeasures } from '../measureFace.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionTracker, TrackerReading } from './ActionTracker.js';

/** Growth of the face that is a whole approach: an arm's length of 40 cm becomes 32. */
export const FULL_APPROACH_RATIO = 1.25;
/** Shrinking that is a whole step away: 40 cm become 50. */
export const FULL_AWAY_RATIO = 0.8;
/** Of the full way: above it the face is on its way. */
const ONSET = 0.2;
/** Of the full way: the face must have been within this since the start; a face that was near all along did not come. */
const FROM_REST = 0.5;
/**
 * A head that turns or tilts by more brings its eyes nearer or farther by itself: up to 20 % at 40 degrees up or down
 * (train people, 2026-11-23). Such frames are passed over.
 */
const MAX_YAW_RADIANS = 0.5;
const MAX_PITCH_RADIANS = 0.35;

/** A face that comes nearer or goes away, judged on its size alone. */
export function createDistanceTracker(
  baseline: () => PersonBaseline,
  { direction }: { direction: 'approach' | 'away' },
): ActionTracker {
  let startMs: number | null = null;
  let previous = 0;
  let fromRest = false;
  const full = Math.log(direction === 'approach' ? FULL_APPROACH_RATIO : FULL_AWAY_RATIO);

  return {
    restart(): void {
      startMs = null;
      previous = 0;
      fromRest = false;
    },
    push(measures: FaceMeasures): TrackerReading {
      const person = baseline();
      const ratio = measures.scale / person.faceScale;
      // Equal steps of distance feel equal as ratios, so the way is measured in logarithms.
      let way = ratio > 0 ? Math.log(ratio) / full : 0;
      const judged =
        Math.abs(measures.yawRadians) <= MAX_YAW_RADIANS &&
        Math.abs(measures.pitchRadians - person.pitchRadians) <= MAX_PITCH_RADIANS;
      if (!judged) way = Math.min(way, previous);
      const steady = Math.min(way, previous);
      previous = way;
      if (way < ONSET) startMs = null;
      else startMs ??= measures.timestampMs;
      if (Math.abs(way) < FROM_REST) fromRest = true;
      const amplitude = fromRest ? Math.max(0, steady) : 0;
      const complete = amplitude >= 1;
      return {
        amplitude,
        progress: complete ? 1 : Math.max(0, Math.min(1, way)),
        hint: complete ? 'none' : direction === 'approach' ? 'come-closer' : 'move-away',
        startMs,
        complete,
        measurements: { faceScale: measures.scale, ratio },
      };
    },
  };
}
