/** What a signed head says: the chain has this hash at this place, at that time. */
export interface HeadClaims {
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
  readonly signedAtMs: number;
}

/** `typ` of a signed head. */
export const HEAD_TYPE = 'huoti-audit-head+jwt';

/** The claims of a head; `null` where something else was signed. */
export function headClaims(claims: Readonly<Record<string, unknown>>): HeadClaims | null {
  const { seq, hash, signedAtMs } = claims;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return null;
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null;
  if (typeof signedAtMs !== 'number' || !Number.isSafeInteger(signedAtMs)) return null;
  return { seq, hash, signedAtMs };
}
