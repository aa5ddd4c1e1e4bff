import { addWorkingDays, type Deployment } from '@huoti/privacy';

const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;

type Zoned = Pick<Deployment, 'timeZone' | 'utcOffsetMinutes'>;

/** The operator's day of a moment, `YYYY-MM-DD`. */
export function dayOf({ timeZone }: Zoned, atMs: number): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(atMs);
}

/**
 * The first ms of the operator's day; `null` for a text that is no day.
 *
 * @param text `YYYY-MM-DD`
 */
export function dayStartOf({ timeZone, utcOffsetMinutes }: Zoned, text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const utcMs = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(utcMs)) return null;
  // Zones lie from 14 hours ahead of UTC to 12 behind it: one of these moments is of the day before.
  for (let probeMs = utcMs - 2 * DAY_MS; probeMs <= utcMs + DAY_MS; probeMs += HALF_DAY_MS) {
    const startMs = addWorkingDays({ fromMs: probeMs, days: 0, timeZone, utcOffsetMinutes }) + 1;
    if (dayOf({ timeZone, utcOffsetMinutes }, startMs) === text) return startMs;
  }
  return null;
}
