import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** Claims and head of a proof that a test wants to be wrong. */
export interface ProofChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly head?: Readonly<Record<string, unknown>>;
}

/** A client's key and the proofs that it makes. */
export interface Proofs {
  /** RFC 7638. */
  readonly thumbprint: string;
  make(
    request: { method: string; url: string; token: string; nonce?: string },
    changes?: ProofChanges,
  ): string;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * DPoP proofs (RFC 9449) from Node's own crypto: written from the RFC, with nothing of the service's code in it, so that a
 * common mistake of client and server is seen.
 */
export function createProofs(): Proofs {
  // As text: Node 20 stands still for ever where the pair itself is collected while its key is exported as a JWK.
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const { kty, crv, x, y } = createPublicKey(publicKey).export({ format: 'jwk' });
  // RFC 7638: the required members in the order of the alphabet, no blanks.
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return {
    thumbprint,
    make({ method, url, token, nonce }, { claims = {}, head = {} } = {}) {
      const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y }, ...head };
      const payload = {
        jti: randomUUID(),
        htm: method,
        htu: url,
        iat: Math.floor(Date.now() / 1000),
        ath: createHash('sha256').update(token).digest('base64url'),
        ...(nonce === undefined ? {} : { nonce }),
        ...claims,
      };
      const input = `${encode(header)}.${encode(payload)}`;
      const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${input}.${signature.toString('base64url')}`;
    },
  };
}
