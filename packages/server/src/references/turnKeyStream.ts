import { createCipheriv, hkdfSync } from 'node:crypto';
import type { KeyStream } from '@huoti/embedder';

/** The number rises when turns are made otherwise: templates under the old ones stay readable by them. */
const PURPOSE = 'huoti template turn 1';

/**
 * The secret stream that a template is turned by: AES-256 in counter mode over zeros, from a key of this purpose alone (HKDF-SHA256).
 *
 * @param key 32 bytes, a data key of the turn's own
 */
export function turnKeyStream(key: Uint8Array): KeyStream {
  const own = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), PURPOSE, 32));
  return (bytes) => createCipheriv('aes-256-ctr', own, new Uint8Array(16)).update(new Uint8Array(bytes));
}
