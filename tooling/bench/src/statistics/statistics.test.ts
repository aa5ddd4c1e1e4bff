import { describe, expect, it } from '@jest/globals';
import { median } from './median.js';
import { percentile } from './percentile.js';
import { slopeOf } from './slopeOf.js';
import { spreadOf } from './spreadOf.js';

describe('statistics', () => {
  it('the middle of an odd count is one of the values, whatever their order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('the middle of an even count lies between two values', () => {
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('sorts by size and not by letters', () => {
    expect(median([100, 20, 3])).toBe(20);
  });

  it('the 95th percentile of 0 to 100 is 95, and of one value that value', () => {
    expect(
      percentile(
        Array.from({ length: 101 }, (_, index) => 100 - index),
        95,
      ),
    ).toBe(95);
    expect(percentile([7], 95)).toBe(7);
  });

  it('nothing has no middle', () => {
    expect(median([])).toBeNaN();
    expect(spreadOf([]).max).toBeNaN();
  });

  it('leaves the list as it was', () => {
    const values = [3, 1, 2];
    percentile(values, 50);
    expect(values).toEqual([3, 1, 2]);
  });

  it('a spread has the middle, the lowest and the highest', () => {
    expect(spreadOf([0.9, 0.7, 0.8])).toEqual({ median: 0.8, min: 0.7, max: 0.9 });
  });

  it('the slope of a line with noise around it is the line’s', () => {
    const points = [0, 1, 2, 3].map((x) => ({ x, y: 5 + 2 * x + (x % 2 === 0 ? 0.1 : -0.1) }));
    expect(slopeOf(points)).toBeCloseTo(2, 0);
    expect(slopeOf([{ x: 1, y: 1 }])).toBe(0);
  });
});
