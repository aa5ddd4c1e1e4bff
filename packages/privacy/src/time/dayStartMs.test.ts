import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayStartMs } from './dayStartMs.js';
import { knowsZone, localDay } from './localDay.js';

const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Europe/London',
  'Australia/Lord_Howe',
] as const;

const iso = (ms: number): string => new Date(ms).toISOString();
const dayOf = (date: string): number => Date.parse(date) / 86_400_000;
const { Intl: hostIntl } = globalThis;

afterEach(() => {
  globalThis.Intl = hostIntl;
});

describe('where a day begins', () => {
  it('is the first moment of that day: the one before it is of another day', () => {
    const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2050, 0) });
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (atMs, timeZone) => {
        const day = localDay(atMs, { timeZone });
        const start = dayStartMs(day, { timeZone });
        expect(start).toBeLessThanOrEqual(atMs);
        expect(localDay(start, { timeZone })).toBe(day);
        expect(localDay(start - 1, { timeZone })).toBeLessThan(day);
      }),
      { numRuns: 300 },
    );
  });

  it('is midnight in China, at any time of the year', () => {
    expect(iso(dayStartMs(dayOf('2026-11-28'), { timeZone: 'Asia/Shanghai' }))).toBe(
      '2026-11-27T16:00:00.000Z',
    );
    expect(iso(dayStartMs(dayOf('2026-07-01'), { timeZone: 'Asia/Shanghai' }))).toBe(
      '2026-06-30T16:00:00.000Z',
    );
  });

  it('moves by an hour with the clocks', () => {
    const zone = { timeZone: 'America/New_York' };
    expect(iso(dayStartMs(dayOf('2026-03-08'), zone))).toBe('2026-03-08T05:00:00.000Z');
    expect(iso(dayStartMs(dayOf('2026-03-09'), zone))).toBe('2026-03-09T04:00:00.000Z');
    expect(iso(dayStartMs(dayOf('2026-11-02'), zone))).toBe('2026-11-02T05:00:00.000Z');
  });

  it('is one o’clock where the clocks go forward at midnight', () => {
    expect(iso(dayStartMs(dayOf('2018-11-04'), { timeZone: 'America/Sao_Paulo' }))).toBe(
      '2018-11-04T03:00:00.000Z',
    );
  });

  it('is the day after one that a zone left out', () => {
    // Samoa crossed the date line and had no 2011-12-30.
    const zone = { timeZone: 'Pacific/Apia' };
    expect(dayStartMs(dayOf('2011-12-30'), zone)).toBe(dayStartMs(dayOf('2011-12-31'), zone));
  });

  it('goes by the offset on a host without Intl, and for a zone that its Intl does not know', () => {
    expect(knowsZone('Mars/Olympus')).toBe(false);
    expect(iso(dayStartMs(dayOf('2026-11-28'), { timeZone: 'Mars/Olympus', utcOffsetMinutes: 330 }))).toBe(
      '2026-11-27T18:30:00.000Z',
    );
    // A mini-program's engine: the name is not even there. A zone that nobody asked for before, since answers are kept.
    Reflect.deleteProperty(globalThis, 'Intl');
    expect(typeof Intl).toBe('undefined');
    expect(iso(dayStartMs(dayOf('2026-11-28'), { timeZone: 'Asia/Chongqing' }))).toBe(
      '2026-11-27T16:00:00.000Z',
    );
  });
});
