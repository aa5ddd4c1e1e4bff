import type { SecureRandom } from '../ports/SecureRandom.js';

/** 128 random bits in base64url, 22 characters: nobody guesses one, and two never meet. */
export function randomId(random: SecureRandom): string {
  return Buffer.from(random.fill(new Uint8Array(16))).toString('base64url');
}
