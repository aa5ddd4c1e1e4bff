import { localDay } from './localDay.js';
import type { Zone } from './Zone.js';

const DAY_MS = 86_400_000;
/** Zones lie between 12 hours behind and 14 hours ahead of UTC; an hour more for clocks that are set. */
const AHEAD_MS = 15 * 3_600_000;
const BEHIND_MS = 13 * 3_600_000;

/**
 * The first moment of a day in a zone. It is looked for, not computed from an offset: where clocks go forward at midnight the day begins at
 * 01:00, and a zone that crosses the date line leaves a day out (then the one after it).
 *
 * @param day days since 1970-01-01, as of `localDay`
 * @returns ms since 1970
 */
export function dayStartMs(day: number, zone: Zone): number {
  let before = day * DAY_MS - AHEAD_MS;
  let from = day * DAY_MS + BEHIND_MS;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (localDay(middle, zone) >= day) from = middle;
    else before = middle;
  }
  return from;
}
