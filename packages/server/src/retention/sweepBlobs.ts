import type { ServerContext } from '../context/ServerContext.js';
import { HOUR_MS } from '../context/settingRanges.js';

/** Bytes are written before the row that leads to them: for this long they may lie there without one, in ms. */
const GRACE_MS = HOUR_MS;

/**
 * Deletes bytes that no part leads to: left by a crash between the two writes, or by a replaced part. Looks through the whole
 * store, a page at a time.
 */
export async function sweepBlobs(
  { store, blobs, time }: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<number> {
  const beforeMs = time.nowMs() - GRACE_MS;
  let gone = 0;
  let after: string | undefined;
  for (;;) {
    const keys = await blobs.listBefore(beforeMs, limit, after);
    const orphans = await store.transaction(async (tx) => {
      const found: string[] = [];
      for (const key of keys) if (!(await tx.parts.isReferenced(key))) found.push(key);
      return found;
    });
    for (const key of orphans) await blobs.delete(key, signal ? { signal } : {});
    gone += orphans.length;
    after = keys[keys.length - 1];
    if (keys.length < limit || after === undefined || signal?.aborted === true) return gone;
  }
}
