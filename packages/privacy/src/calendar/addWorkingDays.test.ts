import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays } from './addWorkingDays.js';
import { DEFAULT_CALENDAR, type WorkingCalendar } from './WorkingCalendar.js';

const timeZone = 'Asia/Shanghai';
/** The last day that is counted, as its date in China. */
const lastDay = (from: string, days: number, calendar?: WorkingCalendar): string => {
  const endMs = addWorkingDays({
    fromMs: Date.parse(from),
    days,
    timeZone,
    ...(calendar === undefined ? {} : { calendar }),
  });
  expect(new Date(endMs + 8 * 3_600_000).toISOString()).toMatch(/T23:59:59\.999Z$/);
  return new Date(endMs + 8 * 3_600_000).toISOString().slice(0, 10);
};

/** As the State Council announced the Spring Festival of 2026: nine days off, and two weekend days of work for them. */
const SPRING_2026: WorkingCalendar = {
  weekend: [0, 6],
  holidays: ['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `2026-02-${day}`),
  workdays: ['2026-02-14', '2026-02-28'],
};

describe('working days', () => {
  it('do not count the day on which it begins, nor the weekend', () => {
    expect(lastDay('2026-11-27T10:00:00+08:00', 1)).toBe('2026-11-30');
    expect(lastDay('2026-11-27T10:00:00+08:00', 5)).toBe('2026-12-04');
    expect(lastDay('2026-11-28T10:00:00+08:00', 1)).toBe('2026-11-30');
    expect(lastDay('2026-11-27T10:00:00+08:00', 15)).toBe('2026-12-18');
  });

  it('end on the same day for 0', () => {
    expect(lastDay('2026-11-27T23:59:59.999+08:00', 0)).toBe('2026-11-27');
  });

  it('are those of the operator’s zone: a request late in the evening in London came the next day in China', () => {
    expect(lastDay('2026-11-26T20:00:00Z', 1)).toBe('2026-11-30');
    const endMs = addWorkingDays({
      fromMs: Date.parse('2026-11-26T20:00:00Z'),
      days: 1,
      timeZone: 'Europe/London',
    });
    expect(new Date(endMs).toISOString()).toBe('2026-11-27T23:59:59.999Z');
  });

  it('leave out holidays, and count the weekend days that are worked for them', () => {
    // 02-13 is a Friday. 02-14, a Saturday, is worked; then nine days off; 02-24 is a Tuesday.
    expect(lastDay('2026-02-13T09:00:00+08:00', 1, SPRING_2026)).toBe('2026-02-14');
    expect(lastDay('2026-02-13T09:00:00+08:00', 2, SPRING_2026)).toBe('2026-02-24');
    expect(lastDay('2026-02-13T09:00:00+08:00', 6, SPRING_2026)).toBe('2026-02-28');
    expect(lastDay('2026-02-13T09:00:00+08:00', 7, SPRING_2026)).toBe('2026-03-02');
  });

  it('never shrink with more days, and n and m days are n+m days', () => {
    const from = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2028, 0) });
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(from, days, days, (fromMs, n, m) => {
        const first = addWorkingDays({ fromMs, days: n, timeZone, calendar: SPRING_2026 });
        const both = addWorkingDays({ fromMs, days: n + m, timeZone, calendar: SPRING_2026 });
        expect(addWorkingDays({ fromMs: first, days: m, timeZone, calendar: SPRING_2026 })).toBe(both);
        expect(both).toBeGreaterThanOrEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('refuse a number that is none and a calendar without work', () => {
    const fromMs = Date.UTC(2026, 10, 27);
    expect(() => addWorkingDays({ fromMs, days: -1, timeZone })).toThrow(/whole number/);
    expect(() => addWorkingDays({ fromMs, days: 1.5, timeZone })).toThrow(/whole number/);
    const never = { ...DEFAULT_CALENDAR, weekend: [0, 1, 2, 3, 4, 5, 6] };
    expect(() => addWorkingDays({ fromMs, days: 1, timeZone, calendar: never })).toThrow(/no working day/);
  });
});
