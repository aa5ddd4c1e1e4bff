import { createECDH, createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';

/** Makes DPoP proofs (RFC 9449) with one key, as the browser's client does. */
export type Prover = (method: string, url: string, nonce: string | null) => string;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Bytes of one coordinate of P-256. */
const COORDINATE_BYTES = 32;

/**
 * A new key of P-256 for one session's token. Not by `generateKeyPairSync`: Node 20 stands still for ever where garbage of one
 * such call is collected while the key of it is exported as a JWK, which happened within the first hundred sessions here.
 */
export function createProver(token: string): Prover {
  const pair = createECDH('prime256v1');
  // 4, then both coordinates.
  const point = pair.generateKeys();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 1 + COORDINATE_BYTES).toString('base64url'),
    y: point.subarray(1 + COORDINATE_BYTES).toString('base64url'),
  };
  // The number without its leading zeros: a JWK has them all.
  const d = Buffer.concat([Buffer.alloc(COORDINATE_BYTES), pair.getPrivateKey()]).subarray(-COORDINATE_BYTES);
  const privateKey = createPrivateKey({ format: 'jwk', key: { ...jwk, d: d.toString('base64url') } });
  const header = encode({ typ: 'dpop+jwt', alg: 'ES256', jwk });
  const ath = createHash('sha256').update(token).digest('base64url');
  return (htm, htu, nonce) => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { jti: randomUUID(), htm, htu, iat, ath, ...(nonce === null ? {} : { nonce }) };
    const input = `${header}.${encode(claims)}`;
    const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  };
}
