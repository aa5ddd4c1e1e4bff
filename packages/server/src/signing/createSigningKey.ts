import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { SigningAlgorithm } from './signingAlgorithm.js';

/**
 * A new private key as JWK, from the platform's own cryptographic source.
 *
 * @example await createSigningKey({ alg: 'EdDSA' })
 */
export async function createSigningKey({ alg = 'ES256' }: { alg?: SigningAlgorithm } = {}): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return exportJWK(privateKey);
}
