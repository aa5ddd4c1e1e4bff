import { HuotiError } from '@huoti/protocol';
import { dayStartMs } from '../time/dayStartMs.js';
import { localDay } from '../time/localDay.js';
import type { Zone } from '../time/Zone.js';
import { DEFAULT_CALENDAR, type WorkingCalendar } from './WorkingCalendar.js';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;
/** Days without one of work after which the calendar is a mistake. */
const LONGEST_BREAK = 366;

/** What {@link addWorkingDays} takes. */
export interface AddWorkingDaysOptions extends Zone {
  /** ms since 1970: when the count begins, for example the arrival of a request. */
  readonly fromMs: number;
  /** 0 or more. */
  readonly days: number;
  /** @default DEFAULT_CALENDAR */
  readonly calendar?: WorkingCalendar;
}

/**
 * The end of the last of so many working days. The day on which the count begins is not counted (as the Civil Code of China has it, article 201).
 *
 * @returns the last ms of that day
 * @throws HuotiError INVALID_ARGUMENT for days that are no whole number, and for a calendar without a working day in a year
 * @example
 * // Received on Friday 2026-11-27: the first working day is Monday the 30th.
 * addWorkingDays({ fromMs, days: 1, timeZone: 'Asia/Shanghai' }) // end of 2026-11-30 there
 */
export function addWorkingDays({
  fromMs,
  days,
  calendar = DEFAULT_CALENDAR,
  ...zone
}: AddWorkingDaysOptions): number {
  if (!Number.isInteger(days) || days < 0) {
    throw new HuotiError('INVALID_ARGUMENT', `days: ${days} is no whole number from 0 on`);
  }
  let day = localDay(fromMs, zone);
  for (let left = days, idle = 0; left > 0; ) {
    day += 1;
    idle += 1;
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    const weekday = (((day + FIRST_WEEKDAY) % 7) + 7) % 7;
    const worked =
      !calendar.holidays.includes(date) &&
      (!calendar.weekend.includes(weekday) || calendar.workdays.includes(date));
    if (worked) {
      left -= 1;
      idle = 0;
    } else if (idle > LONGEST_BREAK) {
      throw new HuotiError('INVALID_ARGUMENT', `calendar: no working day in the year before ${date}`);
    }
  }
  return dayStartMs(day + 1, zone) - 1;
}
