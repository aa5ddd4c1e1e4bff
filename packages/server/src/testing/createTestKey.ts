import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** What a proof is made of; a test gives what an attacker would put in. */
export interface TestProofOptions {
  token: string;
  url: string;
  /** @default "POST" */
  method?: string;
  /** @default none */
  nonce?: string | undefined;
  /** @default a new one for each proof */
  jti?: string;
  /** In s since 1970: the client's own clock. @default 1 */
  iat?: number;
  /** Put into the header instead of, or besides, what belongs there. */
  header?: Readonly<Record<string, unknown>>;
  /** Put into the claims instead of, or besides, what belongs there. */
  claims?: Readonly<Record<string, unknown>>;
  /** Signs instead of the key's own private half. */
  signWith?: CryptoKey | Uint8Array;
}

/** The key of one client, as it lives in its memory. */
export interface TestKey {
  readonly thumbprint: string;
  readonly publicJwk: JWK;
  /** A DPoP proof, RFC 9449. */
  prove(options: TestProofOptions): Promise<string>;
}

/**
 * A client's P-256 key and the proofs that it makes.
 *
 * @example const proof = await (await createTestKey()).prove({ token, url, nonce });
 */
export async function createTestKey(): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  let count = 0;
  return {
    publicJwk,
    thumbprint: await calculateJwkThumbprint(publicJwk),
    prove: ({ token, url, method = 'POST', nonce, jti, iat = 1, header, claims, signWith }) => {
      count += 1;
      const ath = createHash('sha256').update(token, 'utf8').digest('base64url');
      const payload = { jti: jti ?? `proof-${count}`, htm: method, htu: url, iat, ath };
      return new SignJWT({ ...payload, ...(nonce === undefined ? {} : { nonce }), ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: publicJwk, ...header })
        .sign(signWith ?? privateKey);
    },
  };
}
