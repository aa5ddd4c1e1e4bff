import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK } from 'jose';

/** What a DPoP proof says, once its signature holds by the key that it brings along. */
export interface DpopProof {
  /** RFC 7638 thumbprint of that key. */
  readonly keyThumbprint: string;
  readonly jti: string;
  readonly htm: string;
  readonly htu: string;
  /** Base64url SHA-256 of the token it goes with. */
  readonly ath: string;
  /** Empty where there is none. */
  readonly nonce: string;
}

/** An ES256 proof has about 700 characters. */
const LONGEST_PROOF = 4096;
/** How good it is, is the client's own affair; it is looked up by its hash. */
const JTI = /^[\x21-\x7e]{1,128}$/;

/** Reads a proof of unknown origin; a text that says what is wrong with it where it is none. */
export async function readProof(jwt: string): Promise<DpopProof | string> {
  if (jwt.length > LONGEST_PROOF) return 'the proof is too long';
  try {
    const { typ, alg, jwk } = decodeProtectedHeader(jwt);
    if (typ !== 'dpop+jwt') return 'the proof is not of type dpop+jwt';
    if (alg !== 'ES256') return 'the proof is not signed with ES256';
    if (typeof jwk !== 'object' || jwk.kty !== 'EC' || jwk.crv !== 'P-256')
      return 'the proof brings no P-256 key';
    if ('d' in jwk) return 'the proof gives its private key away';
    const { x, y } = jwk;
    if (typeof x !== 'string' || typeof y !== 'string') return 'the proof brings no P-256 key';
    const open = { kty: 'EC', crv: 'P-256', x, y };
    const { payload } = await compactVerify(jwt, await importJWK(open, 'ES256'), { algorithms: ['ES256'] });
    const claims = readClaims(payload);
    if (!claims) return 'the proof misses a claim';
    return { ...claims, keyThumbprint: await calculateJwkThumbprint(open) };
  } catch {
    return 'the proof is no JWT whose signature holds';
  }
}

function readClaims(payload: Uint8Array): Omit<DpopProof, 'keyThumbprint'> | null {
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  if (typeof value !== 'object' || value === null) return null;
  const { jti, htm, htu, ath, nonce = '', iat } = { ...value } as Readonly<Record<string, unknown>>;
  if (typeof jti !== 'string' || !JTI.test(jti)) return null;
  if (typeof htm !== 'string' || typeof htu !== 'string' || typeof ath !== 'string') return null;
  // When it was made is the client's word and its clock may be hours off: the nonce says that it is fresh.
  if (typeof nonce !== 'string' || typeof iat !== 'number' || !Number.isFinite(iat)) return null;
  return { jti, htm, htu, ath, nonce };
}
