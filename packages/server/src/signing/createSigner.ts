import { HuotiError, isHuotiError } from '@huoti/protocol';
import {
  calculateJwkThumbprint,
  CompactSign,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Signer } from '../ports/Signer.js';
import { publicHalf } from './publicHalf.js';
import { signingAlgorithm, type SigningAlgorithm } from './signingAlgorithm.js';

/** What {@link createSigner} takes. */
export interface SignerOptions {
  /** `iss`: the service's own URL. */
  issuer: string;
  /**
   * Private keys as JWK, P-256 (ES256) or Ed25519 (EdDSA). The first signs; the others, retired by being moved down, still
   * verify and stand in the JWKS. Keep one for as long as a result signed by it may be read.
   */
  keys: readonly JWK[];
  /**
   * What the JWKS says that they are for. Whoever verifies results takes keys for `sig` alone (RFC 7517, 4.2): one for the audit chain can't
   * sign a result. @default "sig"
   */
  use?: 'sig' | 'audit';
}

interface LoadedKey {
  readonly kid: string;
  readonly alg: SigningAlgorithm;
  readonly secret: CryptoKey | Uint8Array;
  readonly open: CryptoKey | Uint8Array;
  readonly jwk: Readonly<Record<string, unknown>>;
}

async function loadKey(jwk: JWK, use: string): Promise<LoadedKey> {
  const alg = signingAlgorithm(jwk);
  if (typeof jwk.d !== 'string')
    throw new HuotiError('INVALID_ARGUMENT', 'signing key: its private half is missing');
  const half = publicHalf(jwk);
  const kid = await calculateJwkThumbprint(half);
  try {
    const secret = await importJWK({ ...half, d: jwk.d }, alg);
    return { kid, alg, secret, open: await importJWK(half, alg), jwk: { ...half, kid, alg, use } };
  } catch (cause) {
    throw new HuotiError('INVALID_ARGUMENT', 'signing key: not a usable JWK', { cause });
  }
}

/**
 * Signs plans and results as compact JWS. A key's `kid` is its RFC 7638 thumbprint, so that no two keys share one.
 *
 * @throws HuotiError INVALID_ARGUMENT for no key, a key without its private half, or of another curve
 * @example const signer = await createSigner({ issuer: 'https://huoti.example', keys: [await createSigningKey()] });
 */
export async function createSigner({ issuer, keys, use = 'sig' }: SignerOptions): Promise<Signer> {
  const loaded = await Promise.all(keys.map((key) => loadKey(key, use)));
  const [current] = loaded;
  if (!current) throw new HuotiError('INVALID_ARGUMENT', 'createSigner: give at least one key');
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { fatal: true });

  return {
    specificationVersion: 'v1',
    issuer,
    sign: (typ, claims) =>
      new CompactSign(encoder.encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: current.alg, kid: current.kid, typ })
        .sign(current.secret),
    verify: async (typ, jws) => {
      const refuse = (why: string) => ({ ok: false as const, why });
      try {
        const header = decodeProtectedHeader(jws);
        if (header.typ !== typ) return refuse(`it is of type ${String(header.typ).slice(0, 40)}, not ${typ}`);
        const key = loaded.find((one) => one.kid === header.kid);
        if (!key) return refuse('its key is none of this server');
        // The key's own algorithm, never the one that the token names.
        const { payload } = await compactVerify(jws, key.open, { algorithms: [key.alg] });
        const claims: unknown = JSON.parse(decoder.decode(payload));
        if (typeof claims !== 'object' || claims === null || Array.isArray(claims))
          return refuse('it holds no claims');
        return { ok: true, claims: { ...claims } };
      } catch (cause) {
        if (isHuotiError(cause)) throw cause;
        return refuse(cause instanceof Error ? cause.message : 'it is no JWS');
      }
    },
    jwks: () => ({ keys: loaded.map(({ jwk }) => jwk) }),
  };
}
