import { timingSafeEqual } from 'node:crypto';

const SHA256_HEX = /^[0-9a-f]{64}$/;

/**
 * Whether two SHA-256 digests (hex) are the same, in a time that does not depend on where they differ. Secrets are never
 * compared themselves: their digests have one length, and who guesses learns nothing from a digest that is nearly right.
 */
export function isSameDigest(a: string, b: string): boolean {
  if (!SHA256_HEX.test(a) || !SHA256_HEX.test(b)) return false;
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
}
