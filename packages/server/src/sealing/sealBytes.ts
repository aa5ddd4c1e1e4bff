import { createCipheriv } from 'node:crypto';
import { HuotiError } from '@huoti/protocol';
import type { SecureRandom } from '../ports/SecureRandom.js';
import { associatedData, IV_BYTES, KEY_BYTES, SEAL_VERSION } from './sealFormat.js';

/**
 * Encrypts and authenticates bytes: AES-256-GCM.
 *
 * @param key 32 bytes
 * @param boundTo what they belong to, for example the session and the part; the same words are needed to open them, so
 * that sealed bytes can't be moved elsewhere
 * @example sealBytes({ key, bytes, boundTo: ['part', sessionId, 'manifest'], random })
 */
export function sealBytes({
  key,
  bytes,
  boundTo,
  random,
}: {
  key: Uint8Array;
  bytes: Uint8Array;
  boundTo: readonly string[];
  random: SecureRandom;
}): Uint8Array {
  if (key.length !== KEY_BYTES)
    throw new HuotiError('INVALID_ARGUMENT', 'sealBytes: a key of 32 bytes expected');
  const iv = random.fill(new Uint8Array(IV_BYTES));
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(associatedData(boundTo));
  const body = cipher.update(bytes);
  const rest = cipher.final();
  return Uint8Array.from(Buffer.concat([Uint8Array.of(SEAL_VERSION), iv, cipher.getAuthTag(), body, rest]));
}
