/** What is signed: part of the signed head, so that none can stand in for another. */
export type SignedType =
  | 'huoti-plan+jwt'
  | 'huoti-result+jwt'
  | 'huoti-audit-head+jwt'
  | 'huoti-portable+jwt';

/** Signs plans and results, or heads of the audit chain with a key of their own; and verifies what it signed itself. */
export interface Signer {
  readonly specificationVersion: 'v1';
  readonly issuer: string;
  /** Compact JWS; `typ` is part of the signed head, so that a plan can't stand in for a result. */
  sign(typ: SignedType, claims: Readonly<Record<string, unknown>>): Promise<string>;
  /** The claims of a JWS that this server signed; `null`, with why, for any other. Expiry is the caller's to judge. */
  verify(
    typ: SignedType,
    jws: string,
  ): Promise<
    | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
    | { readonly ok: false; readonly why: string }
  >;
  /** Public keys, retired ones included while something signed by them may still be read. */
  jwks(): { readonly keys: readonly Readonly<Record<string, unknown>>[] };
}
