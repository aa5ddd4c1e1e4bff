/**
 * Wraps and unwraps data keys: by a key from a file or the environment, or by a KMS that never gives its key away. Knows
 * several keys at once, so that an older one still opens what it wrapped.
 */
export interface MasterKeys {
  readonly specificationVersion: 'v1';
  /** The one that wraps new keys. */
  readonly currentId: string;
  wrap(dataKey: Uint8Array): Promise<{ wrapped: Uint8Array; masterKeyId: string }>;
  /** @throws HuotiError INVALID_ARGUMENT for an unknown master key, HOST_ERROR for bytes that were changed */
  unwrap(wrapped: Uint8Array, masterKeyId: string): Promise<Uint8Array>;
}
