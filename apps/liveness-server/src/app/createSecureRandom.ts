import { randomFillSync } from 'node:crypto';
import type { SecureRandom } from '@huoti/server';

/** The operating system's own cryptographic source. */
export function createSecureRandom(): SecureRandom {
  return { fill: (bytes) => randomFillSync(bytes) };
}
