import type { RandomSource } from '../host/RandomSource.js';

/**
 * The same bytes for the same seed: for tests, and for a plan that has to be repeated. Never for a person who is judged.
 * The generator is mulberry32 (T. Ettinger, public domain).
 */
export function createSeededRandom(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    fill(target) {
      for (let index = 0; index < target.length; index += 1) target[index] = next() & 255;
      return target;
    },
  };
}
