import { describe, expect, it } from '@jest/globals';
import { largestEigenvector } from './largestEigenvector.js';

describe('largestEigenvector', () => {
  it('finds the axis of the largest eigenvalue', () => {
    const [x = 0, y = 0] = largestEigenvector([2, 1, 1, 2], 2);
    expect(Math.abs(x)).toBeCloseTo(Math.SQRT1_2, 10);
    expect(x).toBeCloseTo(y, 10);
  });

  it('keeps a diagonal matrix as it is, the largest being the algebraic one', () => {
    expect(largestEigenvector([-5, 0, 0, 0, 1, 0, 0, 0, 0.5], 3)).toEqual([0, 1, 0]);
  });
});
