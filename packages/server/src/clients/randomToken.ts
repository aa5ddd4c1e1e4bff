import type { SecureRandom } from '../ports/SecureRandom.js';

/** 256 random bits in base64url, 43 characters. */
export function randomToken(random: SecureRandom): string {
  return Buffer.from(random.fill(new Uint8Array(32))).toString('base64url');
}
