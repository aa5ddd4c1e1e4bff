/**
 * A key management service as huoti uses it: it wraps and unwraps data keys and never gives its own key away. A module of the
 * operator's implements it on the service's own SDK, an HSM's PKCS #11 or whatever there is.
 *
 * @example
 * // kms.mjs, named by the setting
 * export async function openKeyManagement() {
 *   const hsm = await openMyHsm();
 *   return {
 *     currentId: 'hsm-2026',
 *     wrap: (dataKey) => hsm.encrypt('hsm-2026', dataKey),
 *     unwrap: async (wrapped, keyId) => (await hsm.decrypt(keyId, wrapped)) ?? 'altered',
 *   };
 * }
 */
export interface KeyManagement {
  /** The name of the key that wraps; stands beside everything that it wrapped. */
  readonly currentId: string;
  /** A rejection, here and below, means that the service did not answer: the call is tried again later. */
  wrap(dataKey: Uint8Array): Promise<Uint8Array>;
  /** The data key; `unknown-key` where the service has none of that name, `altered` where it refuses the bytes. */
  unwrap(wrapped: Uint8Array, keyId: string): Promise<Uint8Array | 'unknown-key' | 'altered'>;
}

/** What the module exports. */
export interface KeyManagementModule {
  openKeyManagement(): Promise<KeyManagement>;
}
