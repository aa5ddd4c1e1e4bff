/** The public half of a P-256 key, as a JWK (RFC 7517). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** A key pair of one session. It lives in memory only and nothing can be asked for its private half. */
export interface ProofKey {
  readonly jwk: PublicJwk;
  /** ES256: SHA-256 and ECDSA, 64 bytes r then s. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
