import type { SecureRandom } from '../ports/SecureRandom.js';

/**
 * 127 random bits and more in base64url, 22 characters: nobody guesses one, and two never meet. None begins with `-`, which a command line
 * would take for an option.
 */
export function randomId(random: SecureRandom): string {
  for (;;) {
    const id = Buffer.from(random.fill(new Uint8Array(16))).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
