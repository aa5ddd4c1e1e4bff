import { HuotiError } from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';

const ASCII = /^[\x21-\x7e]+$/;

/**
 * h_0 of a session's evidence: the sha256 of its signed plan, a compact JWS, as ASCII bytes. It is the plan's hash too.
 *
 * @throws HuotiError INVALID_ARGUMENT for a text that is no compact JWS
 * @example let hash = chainStart(planJws); for (const bytes of chunks) hash = chainNext(hash, bytes);
 */
export function chainStart(planJws: string): Uint8Array {
  if (!ASCII.test(planJws)) throw new HuotiError('INVALID_ARGUMENT', 'a compact JWS is visible ASCII only');
  return sha256(Uint8Array.from(planJws, (letter) => letter.charCodeAt(0)));
}

/** h_k = sha256(h_(k-1), chunk k): one hash stands for all that was sent so far. */
export function chainNext(previous: Uint8Array, chunkBytes: Uint8Array): Uint8Array {
  return sha256.create().update(previous).update(chunkBytes).digest();
}
