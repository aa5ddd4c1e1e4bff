import { HuotiError } from '@huoti/protocol';
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { publicHalf } from '../../signing/publicHalf.js';
import { signingAlgorithm } from '../../signing/signingAlgorithm.js';
import { HEAD_TYPE, headClaims, type HeadClaims } from '../headClaims.js';

/** What a head says; `null` where none of the keys signed it. */
export type HeadReader = (jws: string) => Promise<HeadClaims | null>;

/**
 * Reads signed heads. Of the keys those count that may sign one: of the use `audit`, or without a use. A key for results is none, so
 * that whoever holds it can't vouch for the log.
 *
 * @param keys public keys, of a JWKS
 * @throws HuotiError INVALID_ARGUMENT where there is no such key
 */
export async function createHeadReader(keys: readonly JWK[]): Promise<HeadReader> {
  const usable = keys.filter(({ use }) => use === undefined || use === 'audit');
  const known = new Map(
    await Promise.all(
      usable.map(async (jwk) => {
        const half = publicHalf(jwk);
        const alg = signingAlgorithm(half);
        try {
          return [await calculateJwkThumbprint(half), { alg, key: await importJWK(half, alg) }] as const;
        } catch (cause) {
          throw new HuotiError('INVALID_ARGUMENT', 'audit key: not a usable JWK', { cause });
        }
      }),
    ),
  );
  if (known.size === 0) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'there is no key for the audit log among the keys: give the JWKS of the service, or the file that its audit key is in',
    );
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return async (jws) => {
    try {
      const { kid, typ } = decodeProtectedHeader(jws);
      const signer = kid === undefined ? undefined : known.get(kid);
      if (signer === undefined || typ !== HEAD_TYPE) return null;
      const { payload } = await compactVerify(jws, signer.key, { algorithms: [signer.alg] });
      const claims: unknown = JSON.parse(decoder.decode(payload));
      return typeof claims === 'object' && claims !== null ? headClaims({ ...claims }) : null;
    } catch {
      return null;
    }
  };
}
