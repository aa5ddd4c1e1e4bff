import { HuotiError } from '@huoti/protocol';
import type { ProofKey, PublicJwk } from './ProofKey.js';
import type { SubtleLike } from './SubtleLike.js';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A key that the host keeps: its private half can't be read, not even by the page. */
export async function createWebCryptoKey(subtle: SubtleLike): Promise<ProofKey> {
  const pair = (await subtle.generateKey(CURVE, false, ['sign', 'verify'])) as {
    readonly publicKey?: unknown;
    readonly privateKey?: unknown;
  };
  const exported = (await subtle.exportKey('jwk', pair.publicKey)) as Partial<PublicJwk>;
  const { x, y } = exported;
  if (typeof x !== 'string' || typeof y !== 'string') {
    throw new HuotiError('HOST_ERROR', 'WebCrypto gave a public key without its point');
  }
  return {
    jwk: { kty: 'EC', crv: 'P-256', x, y },
    sign: async (bytes) => new Uint8Array(await subtle.sign(SIGNATURE, pair.privateKey, bytes)),
  };
}
