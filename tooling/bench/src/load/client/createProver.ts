import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';

/** Makes DPoP proofs (RFC 9449) with one key, as the browser's client does. */
export type Prover = (method: string, url: string, nonce: string | null) => string;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A new key of P-256 for one session's token. */
export function createProver(token: string): Prover {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const header = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } });
  const ath = createHash('sha256').update(token).digest('base64url');
  return (htm, htu, nonce) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { jti: randomUUID(), htm, htu, iat, ath, ...(nonce === null ? {} : { nonce }) };
    const input = `${header}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  };
}
