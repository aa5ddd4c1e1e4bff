/** The part of WebCrypto's `SubtleCrypto` that makes a session's key. Keys stay the host's own objects. */
export interface SubtleLike {
  generateKey(
    algorithm: { readonly name: string; readonly namedCurve: string },
    extractable: boolean,
    usages: readonly string[],
  ): Promise<unknown>;
  exportKey(format: 'jwk', key: unknown): Promise<unknown>;
  sign(
    algorithm: { readonly name: string; readonly hash: string },
    key: unknown,
    bytes: Uint8Array,
  ): Promise<ArrayBuffer>;
}
