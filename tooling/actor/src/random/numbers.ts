import { exp } from './maths.js';
/** `value` kept within [low, high]. */
export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/** Linear mix: `from` at 0, `to` at 1. */
export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** 0 below `low`, 1 above `high`, smooth between; `low` may be the larger one. */
export const smoothstep = (low: number, high: number, value: number): number => {
  const share = clamp((value - low) / (high - low), 0, 1);
  return share * share * (3 - 2 * share);
};

/** Bell of height 1 and the given deviation around 0. */
export const bell = (distance: number, deviation: number): number =>
  exp((-0.5 * distance * distance) / (deviation * deviation));

/** The number at `index`, 0 beyond the end: for typed arrays whose bounds are known by construction. */
export const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;

/** Reads a piecewise linear table of [x, y] rows, ordered by x, held constant outside. */
export const readTable = (rows: readonly (readonly [number, number])[], x: number): number => {
  let previous = rows[0] ?? ([0, 0] as const);
  for (const row of rows) {
    if (x <= row[0])
      return row[0] === previous[0]
        ? row[1]
        : mix(previous[1], row[1], (x - previous[0]) / (row[0] - previous[0]));
    previous = row;
  }
  return previous[1];
};
