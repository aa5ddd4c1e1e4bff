import type { RandomSource } from '@huoti/core';
import { createWebCryptoKey } from './createWebCryptoKey.js';
import type { ProofKey } from './ProofKey.js';
import type { SubtleLike } from './SubtleLike.js';

/**
 * A fresh key for one session: the host's own and not extractable where it has WebCrypto, else made of `random` by an
 * audited library. It is stored nowhere and ends with the session.
 *
 * @param subtle `null` where the host has none, as in a mini-program or on a page that is not secure
 */
export async function createProofKey(subtle: SubtleLike | null, random: RandomSource): Promise<ProofKey> {
  if (subtle !== null) {
    try {
      return await createWebCryptoKey(subtle);
    } catch {
      // Some hosts have the object and not the algorithm.
    }
  }
  // Loaded only where it is needed: most pages never fetch it.
  const { createNobleKey } = await import('./createNobleKey.js');
  return createNobleKey(random);
}
