import { addWorkingDays } from '@huoti/privacy';
import type { ServerSettings } from '../../context/ServerSettings.js';

/** Beyond, the exact number helps nobody. */
const MOST = 400;

/**
 * Working days from a moment to a due date: 0 on the last day itself, negative (how many of them were missed) after it.
 *
 * @returns a whole number from -400 to 400
 */
export function workingDaysLeft(
  { privacy, calendar }: Pick<ServerSettings, 'privacy' | 'calendar'>,
  { dueAtMs, nowMs }: { dueAtMs: number; nowMs: number },
): number {
  const { timeZone, utcOffsetMinutes } = privacy;
  const endOf = (fromMs: number, days: number): number =>
    addWorkingDays({ fromMs, days, calendar, timeZone, utcOffsetMinutes });
  const isOver = nowMs > dueAtMs;
  const [fromMs, toMs] = isOver ? [dueAtMs, nowMs] : [nowMs, dueAtMs];
  let [low, high] = [0, MOST];
  // The most days whose end is not after the later moment's day.
  const untilMs = endOf(toMs, 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (endOf(fromMs, middle) <= untilMs) low = middle;
    else high = middle - 1;
  }
  return isOver ? -Math.max(low, 1) : low;
}
