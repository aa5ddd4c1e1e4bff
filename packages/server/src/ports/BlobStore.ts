/**
 * Where sealed bytes lie: the database, a folder, or an S3-compatible store. It knows nothing of what is in them. A key is
 * random, 16 to 128 letters, digits, `-` and `_`; any other is refused with INVALID_ARGUMENT where it could name something else.
 *
 * Every call throws HuotiError BUSY (retryable) where the store is full, away or too slow, HOST_ERROR where it refuses, ABORTED.
 */
export interface BlobStore {
  readonly specificationVersion: 'v1';
  /** Whole or not at all: a reader never sees half. Keys are fresh for every call. */
  put(key: string, bytes: Uint8Array, options?: { signal?: AbortSignal }): Promise<void>;
  /** `null` where there is none. */
  get(key: string, options?: { signal?: AbortSignal }): Promise<Uint8Array | null>;
  /** Idempotent. */
  delete(key: string, options?: { signal?: AbortSignal }): Promise<void>;
  /**
   * Keys last written before `beforeMs`, in order, from the one after `after` on, some at a time: a sweep looks for those that
   * nothing refers to.
   */
  listBefore(beforeMs: number, limit: number, after?: string): Promise<readonly string[]>;
}
