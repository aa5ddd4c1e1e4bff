import { HuotiError } from '@huoti/protocol';
import type { JWK } from 'jose';

/** ES256 by default, for it is what most key stores can; EdDSA by configuration. */
export type SigningAlgorithm = 'ES256' | 'EdDSA';

/** @throws HuotiError INVALID_ARGUMENT for a key of another curve */
export function signingAlgorithm({ kty, crv }: JWK): SigningAlgorithm {
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA';
  throw new HuotiError('INVALID_ARGUMENT', 'signing key: give a P-256 or an Ed25519 key');
}
