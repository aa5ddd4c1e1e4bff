import type { RandomSource } from '@huoti/core';
import { p256 } from '@noble/curves/nist.js';
import { base64Url } from '../wire/base64Url.js';
import type { ProofKey } from './ProofKey.js';

/** Bytes of randomness for one private key: 16 more than it has, so that no value is likelier than another (FIPS 186-5). */
const SEED_BYTES = 48;
const COORDINATE_BYTES = 32;

/** A key in plain JavaScript, for hosts without WebCrypto. Its signatures are deterministic (RFC 6979). */
export function createNobleKey(random: RandomSource): ProofKey {
  const seed = random.fill(new Uint8Array(SEED_BYTES));
  const { secretKey } = p256.keygen(seed);
  seed.fill(0);
  // 04, then x, then y.
  const point = p256.getPublicKey(secretKey, false);
  return {
    jwk: {
      kty: 'EC',
      crv: 'P-256',
      x: base64Url(point.slice(1, 1 + COORDINATE_BYTES)),
      y: base64Url(point.slice(1 + COORDINATE_BYTES)),
    },
    sign: (bytes) => Promise.resolve(p256.sign(bytes, secretKey, { prehash: true, format: 'compact' })),
  };
}
