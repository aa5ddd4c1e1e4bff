import { createDecipheriv } from 'node:crypto';
import { HuotiError } from '@huoti/protocol';
import {
  associatedData,
  IV_BYTES,
  KEY_BYTES,
  SEAL_HEADER_BYTES,
  SEAL_VERSION,
  TAG_BYTES,
} from './sealFormat.js';

/**
 * Opens what `sealBytes` closed.
 *
 * @throws HuotiError HOST_ERROR where the bytes were changed, moved, cut, or sealed with another key: the store is at fault
 */
export function openBytes({
  key,
  sealed,
  boundTo,
}: {
  key: Uint8Array;
  sealed: Uint8Array;
  boundTo: readonly string[];
}): Uint8Array {
  if (key.length !== KEY_BYTES)
    throw new HuotiError('INVALID_ARGUMENT', 'openBytes: a key of 32 bytes expected');
  if (sealed.length < SEAL_HEADER_BYTES || sealed[0] !== SEAL_VERSION) {
    throw new HuotiError('HOST_ERROR', 'sealed bytes: not of a layout that this version reads');
  }
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(boundTo));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, SEAL_HEADER_BYTES));
  try {
    const body = decipher.update(sealed.subarray(SEAL_HEADER_BYTES));
    return Uint8Array.from(Buffer.concat([body, decipher.final()]));
  } catch (cause) {
    throw new HuotiError('HOST_ERROR', 'sealed bytes: changed, moved, or sealed with another key', { cause });
  }
}
