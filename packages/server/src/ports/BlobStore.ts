/** Where sealed bytes lie: the database, a folder, or an S3-compatible store. It knows nothing of what is in them. */
export interface BlobStore {
  readonly specificationVersion: 'v1';
  /** Whole or not at all: a reader never sees half. Keys are fresh for every call. */
  put(key: string, bytes: Uint8Array, options?: { signal?: AbortSignal }): Promise<void>;
  /** `null` where there is none. */
  get(key: string, options?: { signal?: AbortSignal }): Promise<Uint8Array | null>;
  /** Idempotent. */
  delete(key: string, options?: { signal?: AbortSignal }): Promise<void>;
  /** Keys last written before `beforeMs`, some at a time: a sweep looks for those that nothing refers to. */
  listBefore(beforeMs: number, limit: number, after?: string): Promise<readonly string[]>;
}
