import { createHash } from 'node:crypto';

/** SHA-256 of a secret text, hex: what is kept of tokens and keys of 256 random bits, which need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
