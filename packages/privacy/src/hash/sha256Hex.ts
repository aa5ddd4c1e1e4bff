import { sha256 } from '@noble/hashes/sha2.js';
import { utf8Bytes } from './utf8Bytes.js';

/**
 * SHA-256 of a text in UTF-8, lower-case hex. In plain JavaScript, since a notice's hash is needed at once and hosts differ in what they have.
 *
 * @example sha256Hex('abc') // 'ba7816bf…15ad'
 */
export function sha256Hex(text: string): string {
  let hex = '';
  for (const byte of Array.from(sha256(utf8Bytes(text)))) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}
