import type { Zone } from './Zone.js';

const DAY_MS = 86_400_000;

/** China has had one zone and no summer time since 1992. */
const DEFAULT_OFFSET_MINUTES = 480;

type Formatter = (atMs: number) => string;

/** One formatter a zone: making one costs about a millisecond. `null`: this host can't tell that zone's time. */
const formatters = new Map<string, Formatter | null>();

function formatterOf(timeZone: string): Formatter | null {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  let made: Formatter | null = null;
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    made = (atMs) => format.format(atMs);
  } catch {
    // No `Intl` (a ReferenceError), or one that knows no such zone (a RangeError).
  }
  formatters.set(timeZone, made);
  return made;
}

/** Whether this host knows the zone by name. */
export function knowsZone(timeZone: string): boolean {
  return formatterOf(timeZone) !== null;
}

/**
 * Which day a moment falls on in a zone, as days since 1970-01-01 of the calendar there.
 *
 * @param atMs ms since 1970
 * @example localDay(Date.UTC(2026, 10, 27, 16), { timeZone: 'Asia/Shanghai' }) // that of 2026-11-28
 */
export function localDay(
  atMs: number,
  { timeZone, utcOffsetMinutes = DEFAULT_OFFSET_MINUTES }: Zone,
): number {
  const format = formatterOf(timeZone);
  if (format === null) return Math.floor((atMs + utcOffsetMinutes * 60_000) / DAY_MS);
  const [month = 1, day = 1, year = 1970] = format(atMs).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
