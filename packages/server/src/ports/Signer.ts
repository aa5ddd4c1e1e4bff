/** Signs plans and results, and verifies its own plans. */
export interface Signer {
  readonly specificationVersion: 'v1';
  readonly issuer: string;
  /** Compact JWS; `typ` is part of the signed head, so that a plan can't stand in for a result. */
  sign(
    typ: 'huoti-plan+jwt' | 'huoti-result+jwt',
    claims: Readonly<Record<string, unknown>>,
  ): Promise<string>;
  /** The claims of a JWS that this server signed; `null`, with why, for any other. Expiry is the caller's to judge. */
  verify(
    typ: 'huoti-plan+jwt' | 'huoti-result+jwt',
    jws: string,
  ): Promise<
    | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
    | { readonly ok: false; readonly why: string }
  >;
  /** Public keys, retired ones included while something signed by them may still be read. */
  jwks(): { readonly keys: readonly Readonly<Record<string, unknown>>[] };
}
