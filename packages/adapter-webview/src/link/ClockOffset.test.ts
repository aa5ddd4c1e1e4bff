import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureClockOffset } from './ClockOffset.js';

describe('measureClockOffset', () => {
  it('is exact where both ways take equally long', () => {
    expect(measureClockOffset({ askedAtMs: 0, heardAtMs: 501, answeredAtMs: 503, gotAtMs: 4 })).toEqual({
      offsetMs: 500,
      uncertaintyMs: 1,
    });
  });

  it('is never wrong by more than its uncertainty, however the way is split', () => {
    const ms = fc.double({ min: 0, max: 2000, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        ms,
        ms,
        ms,
        (trueOffsetMs, thereMs, workMs, backMs) => {
          const askedAtMs = 5000;
          const { offsetMs, uncertaintyMs } = measureClockOffset({
            askedAtMs,
            heardAtMs: askedAtMs + thereMs + trueOffsetMs,
            answeredAtMs: askedAtMs + thereMs + workMs + trueOffsetMs,
            gotAtMs: askedAtMs + thereMs + workMs + backMs,
          });
          expect(Math.abs(offsetMs - trueOffsetMs)).toBeLessThanOrEqual(uncertaintyMs + 1e-3);
          expect(uncertaintyMs).toBeCloseTo((thereMs + backMs) / 2, 3);
        },
      ),
    );
  });

  it('a host that says it answered before it heard makes no negative uncertainty', () => {
    const { uncertaintyMs } = measureClockOffset({
      askedAtMs: 0,
      heardAtMs: 900,
      answeredAtMs: 100,
      gotAtMs: 4,
    });
    expect(uncertaintyMs).toBe(2);
  });
});
