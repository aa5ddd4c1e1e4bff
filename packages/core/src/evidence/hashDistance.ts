import { HuotiError } from '@huoti/protocol';

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];
const HASH = /^[0-9a-f]{16}$/;

/**
 * In how many of their 64 bits two frame hashes differ.
 *
 * @throws HuotiError INVALID_ARGUMENT unless both are 16 lower-case hex digits
 */
export function hashDistance(a: string, b: string): number {
  if (!HASH.test(a) || !HASH.test(b)) {
    throw new HuotiError('INVALID_ARGUMENT', 'a frame hash is 16 lower-case hex digits');
  }
  let distance = 0;
  for (let i = 0; i < 16; i++) distance += BITS[parseInt(a[i]!, 16) ^ parseInt(b[i]!, 16)]!;
  return distance;
}
