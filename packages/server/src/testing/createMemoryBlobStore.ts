import { HuotiError } from '@huoti/protocol';
import type { BlobStore } from '../ports/BlobStore.js';
import type { Time } from '../ports/Time.js';

/** A {@link BlobStore} in memory. */
export interface MemoryBlobStore extends BlobStore {
  /** What lies in it; a test may change bytes in place, as a hostile disk would. */
  readonly blobs: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly writtenAtMs: number }>;
  /** From now on every call is refused, as if the disk were full or away; `null` brings it back. */
  failWith(error: HuotiError | null): void;
}

/**
 * Keeps blobs in memory.
 *
 * @example const blobs = createMemoryBlobStore({ time });
 */
export function createMemoryBlobStore({ time }: { time: Time }): MemoryBlobStore {
  const blobs = new Map<string, { bytes: Uint8Array; writtenAtMs: number }>();
  let failure: HuotiError | null = null;
  const begin = (signal: AbortSignal | undefined): void => {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    if (failure) throw failure;
  };
  return {
    specificationVersion: 'v1',
    blobs,
    put: async (key, bytes, { signal } = {}) => {
      begin(signal);
      blobs.set(key, { bytes: Uint8Array.from(bytes), writtenAtMs: time.nowMs() });
    },
    get: async (key, { signal } = {}) => {
      begin(signal);
      const found = blobs.get(key);
      return found ? Uint8Array.from(found.bytes) : null;
    },
    delete: async (key, { signal } = {}) => {
      begin(signal);
      blobs.delete(key);
    },
    listBefore: async (beforeMs, limit, after = '') => {
      begin(undefined);
      return [...blobs.entries()]
        .filter(([key, { writtenAtMs }]) => key > after && writtenAtMs < beforeMs)
        .map(([key]) => key)
        .sort()
        .slice(0, limit);
    },
    failWith: (error) => {
      failure = error;
    },
  };
}
