import { slopeOf } from '../statistics/slopeOf.js';

/**
 * Sessions in which an engine still settles: code is compiled, pools are filled, and what each session gave back waits for a collection.
 * Measured over 250 sessions of huoti on the page's thread: 4.4 MB more with each of the first 50, then 409 to 417 MB to the end.
 */
const SETTLING_SESSIONS = 50;
/** Two looks differ by some 4 MB where nothing grows: a line through fewer than three is a guess. */
const MIN_LOOKS = 3;

/** A look at one number after so many sessions. */
export interface Look {
  readonly session: number;
  /** `null` where the machine does not tell. */
  readonly value: number | null;
}

/**
 * Growth for each session once an engine has settled, in the looks' unit; `null` where there were too few sessions to tell.
 *
 * @example
 * settledGrowth([{ session: 50, value: 4e8 }, { session: 60, value: 4e8 }, { session: 70, value: 4e8 }]); // 0
 */
export function settledGrowth(looks: readonly Look[]): number | null {
  const points = looks.flatMap(({ session, value }) =>
    value === null || session < SETTLING_SESSIONS ? [] : [{ x: session, y: value }],
  );
  return points.length < MIN_LOOKS ? null : slopeOf(points);
}
