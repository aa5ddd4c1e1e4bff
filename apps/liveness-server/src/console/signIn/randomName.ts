import type { SecureRandom } from '@huoti/server';

/** Random bytes in base64url, without padding. */
export function randomName(random: SecureRandom, bytes: number): string {
  return Buffer.from(random.fill(new Uint8Array(bytes))).toString('base64url');
}
