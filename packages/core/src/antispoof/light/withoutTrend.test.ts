import { describe, expect, it } from '@jest/globals';
import { withoutTrend } from './withoutTrend.js';

describe('withoutTrend', () => {
  it('takes a straight line away, at any pace of the frames', () => {
    const times = [0, 33, 70, 100, 400];
    for (const value of withoutTrend(
      times,
      times.map((time) => 5 - 0.02 * time),
    )) {
      expect(value).toBeCloseTo(0, 10);
    }
  });

  it('keeps what goes back and forth', () => {
    const times = Array.from({ length: 40 }, (_value, at) => at * 33);
    const wave = times.map((time) => Math.sin(time / 60));
    const left = withoutTrend(
      times,
      wave.map((value, at) => value + at),
    );
    expect(Math.max(...left.map((value, at) => Math.abs(value - wave[at]!)))).toBeLessThan(0.2);
  });

  it('of one value, or of none, is nothing', () => {
    expect(withoutTrend([5], [7])).toEqual([0]);
    expect(withoutTrend([], [])).toEqual([]);
  });
});
