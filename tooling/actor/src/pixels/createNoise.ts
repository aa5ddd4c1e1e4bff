import type { Random } from '../random/createRandom.js';

/** Normal numbers, deviation 1, of which pictures take their noise: a power of two of them. */
export const NOISE_LENGTH = 1 << 15;

/** A table of noise; read it from a place drawn anew for each row, so that it does not repeat in the eye. */
export function createNoise(random: Random): Float32Array {
  return Float32Array.from({ length: NOISE_LENGTH }, () => random.normal(0, 1));
}
