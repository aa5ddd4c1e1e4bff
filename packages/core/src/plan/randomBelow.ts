import type { RandomSource } from '../host/RandomSource.js';

/**
 * A uniform integer in [0, bound), by rejection so that no value is likelier than another.
 *
 * @param bound an integer in [1, 65536]
 */
export function randomBelow(random: RandomSource, bound: number): number {
  const limit = Math.floor(65536 / bound) * bound;
  const bytes = new Uint8Array(2);
  for (;;) {
    random.fill(bytes);
    const value = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
    if (value < limit) return value % bound;
  }
}
