import { describe, expect, it } from '@jest/globals';
import { createHistogram } from './createHistogram.js';
import { likelihoodScore } from './likelihoodScore.js';
import { rampScore } from './rampScore.js';
import { solveLinear } from './solveLinear.js';

describe('rampScore', () => {
  it('is straight between its ends and level beyond them, whichever way it goes', () => {
    expect(rampScore(0.5, { from: 0, to: 1, least: 0.2, most: 0.8 })).toBeCloseTo(0.5, 12);
    expect(rampScore(-3, { from: 0, to: 1 })).toBe(0.05);
    expect(rampScore(0, { from: 4, to: 2 })).toBeCloseTo(0.95, 12);
    expect(rampScore(3, { from: 4, to: 2, least: 0, most: 1 })).toBeCloseTo(0.5, 12);
  });
});

describe('likelihoodScore', () => {
  const spreads = { live: { mean: 1, deviation: 0.3 }, fake: { mean: 0, deviation: 0.3 } };

  it('is 0.5 half way between two alike spreads, and leans to the nearer one', () => {
    expect(likelihoodScore(0.5, spreads)).toBeCloseTo(0.5, 12);
    expect(likelihoodScore(0.7, spreads)).toBeGreaterThan(0.8);
    expect(likelihoodScore(0.3, spreads)).toBeLessThan(0.2);
  });

  it('does not turn round far out, where the broader spread would win', () => {
    const broad = { live: { mean: 1, deviation: 0.5 }, fake: { mean: 0, deviation: 0.1 } };
    expect(likelihoodScore(-3, broad)).toBe(likelihoodScore(0, broad));
    expect(likelihoodScore(9, broad)).toBe(likelihoodScore(1, broad));
  });

  it('comes nearer to 0.5 the less sure a measure is, and never leaves its ends', () => {
    const sure = likelihoodScore(0.8, spreads);
    const unsure = likelihoodScore(0.8, { ...spreads, error: 1 });
    expect(unsure).toBeGreaterThan(0.5);
    expect(unsure).toBeLessThan(sure);
    expect(likelihoodScore(-50, spreads)).toBe(0.05);
    expect(likelihoodScore(50, { ...spreads, most: 0.9 })).toBe(0.9);
  });
});

describe('createHistogram', () => {
  it('gives quantiles to within a bin, and null of nothing', () => {
    const histogram = createHistogram({ from: 0, to: 10, bins: 100 });
    expect(histogram.quantile(0.5)).toBeNull();
    for (let value = 0; value < 1000; value++) histogram.add((value % 100) / 10 + 0.01);
    for (const share of [0.03, 0.25, 0.5, 0.9]) {
      expect(Math.abs((histogram.quantile(share) ?? NaN) - 10 * share)).toBeLessThanOrEqual(0.1);
    }
    expect(histogram.count).toBe(1000);
  });

  it('counts what lies outside in the outermost bins, and what is no number not at all', () => {
    const histogram = createHistogram({ from: 0, to: 1, bins: 10 });
    for (const value of [-5, 7, NaN, Infinity, -Infinity]) histogram.add(value);
    expect(histogram.count).toBe(2);
    expect(histogram.quantile(0)).toBeLessThanOrEqual(0.1);
    expect(histogram.quantile(1)).toBeCloseTo(1, 12);
    histogram.clear();
    expect(histogram.quantile(0.5)).toBeNull();
  });
});

describe('solveLinear', () => {
  it('solves for several right sides, also where a pivot is 0', () => {
    const matrix = Float64Array.of(0, 2, 1, 1, 1, 1, 2, 0, 3);
    // x = (1, 2, 3) and (0, -1, 4).
    const right = Float64Array.of(7, 2, 6, 3, 11, 12);
    expect(solveLinear(matrix, right, { size: 3, columns: 2 })).toBe(true);
    [1, 0, 2, -1, 3, 4].forEach((value, at) => expect(right[at]).toBeCloseTo(value, 12));
  });

  it('says so where there is no one answer', () => {
    expect(solveLinear(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2), { size: 2 })).toBe(false);
  });
});
