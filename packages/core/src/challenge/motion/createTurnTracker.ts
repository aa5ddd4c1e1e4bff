import type { FaceMeasures } from '../measureFace.js';
import type { PersonBaseline } from '../PersonBaseline.js';
import type { ActionTracker, TrackerReading } from './ActionTracker.js';

/** Yaw index of a whole turn: genuine turns reach 0.6 to 1.7, prints that are moved 0.2 (measured 2026-11-23). */
export const FULL_TURN_INDEX = 0.5;
/** A resting head may stand off the middle by this much of the index; more is a turned head. */
const MOST_REST_INDEX = 0.2;
/** Of the full turn: above it the head is on its way. */
const ONSET = 0.25;
/** Of the full turn, to the wrong side: enough to be told. */
const WRONG_SIDE = 0.4;
/** Of the full turn: the head must have been under this since the start; a face that was turned all along did not turn. */
const FROM_REST = 0.5;

/** Which sides count: the person's own left, right, or either. */
export type TurnSide = 'left' | 'right' | 'either';

/** What {@link createTurnTracker} takes besides the baseline. */
export interface TurnTrackerOptions {
  side: TurnSide;
  /** A full turn to the other side ends it as violated. @default false */
  otherSideViolates?: boolean;
}

/** A head that turns until the nose stands over the cheek's edge. It need not come back. */
export function createTurnTracker(
  baseline: () => PersonBaseline,
  { side, otherSideViolates = false }: TurnTrackerOptions,
): ActionTracker {
  let startMs: number | null = null;
  let fromRest = false;
  let previousLeft = 0;
  let previousRight = 0;

  return {
    restart(): void {
      startMs = null;
      fromRest = false;
      previousLeft = 0;
      previousRight = 0;
    },
    push(measures: FaceMeasures): TrackerReading {
      const now = measures.timestampMs;
      const rest = Math.max(-MOST_REST_INDEX, Math.min(MOST_REST_INDEX, baseline().yawIndex));
      const left = (measures.yawIndex - rest) / (FULL_TURN_INDEX - rest);
      const right = (rest - measures.yawIndex) / (FULL_TURN_INDEX + rest);
      // Of two frames the smaller one: a single jumped landmark is not a turn.
      const steadyLeft = Math.min(left, previousLeft);
      const steadyRight = Math.min(right, previousRight);
      previousLeft = left;
      previousRight = right;

      const wanted = side === 'left' ? left : side === 'right' ? right : Math.max(left, right);
      const steady =
        side === 'left' ? steadyLeft : side === 'right' ? steadyRight : Math.max(steadyLeft, steadyRight);
      const contrary = side === 'left' ? right : side === 'right' ? left : 0;
      const steadyContrary = side === 'left' ? steadyRight : side === 'right' ? steadyLeft : 0;
      if (Math.max(left, right) < FROM_REST) fromRest = true;
      if (wanted < ONSET) startMs = null;
      else startMs ??= now;
      const amplitude = fromRest ? Math.max(0, steady) : 0;
      const complete = amplitude >= 1;
      return {
        amplitude,
        progress: complete ? 1 : Math.max(0, Math.min(1, wanted)),
        hint: contrary >= WRONG_SIDE ? 'other-side' : !complete && wanted >= ONSET ? 'turn-further' : 'none',
        startMs,
        complete,
        violated: otherSideViolates && fromRest && steadyContrary >= 1,
        measurements: { yawIndex: measures.yawIndex, side: left >= right ? 1 : -1 },
      };
    },
  };
}
