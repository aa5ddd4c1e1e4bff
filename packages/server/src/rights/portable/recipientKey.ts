import { HuotiError } from '@huoti/protocol';
import { calculateJwkThumbprint, type CryptoKey, importJWK, type JWK } from 'jose';

/** A public key that a document can be encrypted to. */
export interface RecipientKey {
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly key: CryptoKey | Uint8Array;
}

/**
 * Reads the public key of another operator.
 *
 * @throws HuotiError INVALID_ARGUMENT for what is no public key on P-256; for a private one too, which should have stayed where it was made
 */
export async function recipientKey(jwk: unknown): Promise<RecipientKey> {
  const refuse = (what: string, cause?: unknown) =>
    new HuotiError('INVALID_ARGUMENT', `recipient: ${what}`, { cause });
  if (typeof jwk !== 'object' || jwk === null) throw refuse('a public key as JWK, P-256');
  const { kty, crv, x, y, d } = jwk as JWK;
  if (d !== undefined) throw refuse('this is a private key: send the public half, and make a new pair');
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') {
    throw refuse('a public key as JWK, kty "EC", crv "P-256"');
  }
  const half = { kty, crv, x, y };
  try {
    return { kid: await calculateJwkThumbprint(half), key: await importJWK(half, 'ECDH-ES') };
  } catch (cause) {
    throw refuse('its x and y are no point of P-256', cause);
  }
}
