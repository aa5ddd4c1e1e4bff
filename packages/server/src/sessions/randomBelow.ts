import type { SecureRandom } from '../ports/SecureRandom.js';

const RANGE = 65_536;

/**
 * A uniform whole number in [0, bound): draws that would make some values likelier are thrown away.
 *
 * @param bound 1 to 65536
 */
export function randomBelow(random: SecureRandom, bound: number): number {
  const limit = RANGE - (RANGE % bound);
  const bytes = new Uint8Array(2);
  for (;;) {
    random.fill(bytes);
    const value = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
    if (value < limit) return value % bound;
  }
}
