import { cos, log, sqrt } from './maths.js';

const TURN = 2 * Math.PI;
const { imul } = Math;

/** A seeded stream of numbers: the same seed gives the same person, pose and noise everywhere. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Normal with the given mean and deviation. */
  normal(mean: number, deviation: number): number;
}

/**
 * Makes a seeded random stream (mulberry32).
 *
 * @example const random = createRandom(7); random.between(0.2, 0.4);
 */
export function createRandom(seed: number): Random {
  let state = (seed | 0) ^ 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: (mean, deviation) => mean + deviation * sqrt(-2 * log(1 - next())) * cos(TURN * next()),
  };
}
