import { describe, expect, it } from '@jest/globals';
import { spreadOffPlane } from './spreadOffPlane.js';

const PLACES: readonly (readonly [number, number])[] = [
  [0, 0],
  [4, 1],
  [-3, 2],
  [1, -5],
  [2, 6],
];

describe('spreadOffPlane', () => {
  it('is nothing for any plane, level or tilted', () => {
    expect(spreadOffPlane(PLACES, [3, 3, 3, 3, 3])).toBeCloseTo(0, 12);
    expect(
      spreadOffPlane(
        PLACES,
        PLACES.map(([x, y]) => 0.4 - 0.03 * x + 0.11 * y),
      ),
    ).toBeCloseTo(0, 12);
  });

  it('is what stands off the plane, whatever the plane', () => {
    const bump = [1, 0, 0, 0, 0];
    const level = spreadOffPlane(PLACES, bump);
    const tilted = spreadOffPlane(
      PLACES,
      PLACES.map(([x, y], at) => bump[at]! + 2 * x - y),
    );
    expect(level).toBeGreaterThan(0.4);
    expect(tilted).toBeCloseTo(level, 10);
  });

  it('is a number for places on a line', () => {
    const line = [0, 1, 2, 3].map((x): readonly [number, number] => [x, 2 * x]);
    expect(spreadOffPlane(line, [1, 2, 1, 2])).toBeGreaterThan(0);
  });
});
