import type { WorkingCalendar } from '@huoti/privacy';
import { HuotiError } from '@huoti/protocol';

const refuse = (what: string): never => {
  throw new HuotiError('INVALID_ARGUMENT', `settings: calendar.${what}`);
};

/** `YYYY-MM-DD` of a day that there is: 30 February would shift a due date in silence. */
function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** @throws HuotiError INVALID_ARGUMENT naming what is wrong: a due date that is counted by it is a promise to a person */
export function assertCalendar(calendar: WorkingCalendar): void {
  const { weekend, holidays, workdays }: Readonly<Record<keyof WorkingCalendar, unknown>> = calendar;
  if (!Array.isArray(weekend) || !weekend.every((day) => Number.isInteger(day) && day >= 0 && day <= 6)) {
    refuse('weekend: give the days that are off as numbers, 0 for Sunday to 6 for Saturday');
  } else if (new Set(weekend).size === 7) refuse('weekend: no day is left to work on');
  for (const [name, days] of Object.entries({ holidays, workdays })) {
    const wrong: unknown = Array.isArray(days) ? days.find((day) => !isDay(day)) : days;
    if (wrong !== undefined) refuse(`${name}: "${String(wrong)}" is no day: write each as YYYY-MM-DD`);
  }
}
