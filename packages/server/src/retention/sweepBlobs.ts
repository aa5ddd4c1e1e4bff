import type { ServerContext } from '../context/ServerContext.js';
import { randomId } from '../sealing/randomId.js';
import { HOUR_MS } from '../context/settingRanges.js';

/** Bytes are written before the row that leads to them: for this long they may lie there without one, in ms. */
const GRACE_MS = HOUR_MS;

/** So much of the store is looked through in one run, in pages: a run costs the same however much is kept. */
const PAGES_A_RUN = 5;

/**
 * Deletes bytes that no part leads to: left by a crash between the two writes, or by a replaced part. Looks through a few pages
 * from anywhere in the store on, so that many runs and many processes see all of it in time. There is no hurry: what nothing
 * leads to is sealed with a key that goes with its session.
 */
export async function sweepBlobs(
  { store, blobs, time, random }: Pick<ServerContext, 'store' | 'blobs' | 'time' | 'random'>,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<number> {
  const beforeMs = time.nowMs() - GRACE_MS;
  let gone = 0;
  let after: string | undefined = randomId(random);
  let isBehindEnd = false;
  for (let page = 0; page < PAGES_A_RUN && signal?.aborted !== true; page += 1) {
    const keys = await blobs.listBefore(beforeMs, limit, after);
    const orphans = await store.transaction(async (tx) => {
      const found: string[] = [];
      for (const key of keys) if (!(await tx.parts.isReferenced(key))) found.push(key);
      return found;
    });
    for (const key of orphans) await blobs.delete(key, signal ? { signal } : {});
    gone += orphans.length;
    if (keys.length === limit) {
      after = keys[keys.length - 1];
      continue;
    }
    if (isBehindEnd) return gone;
    isBehindEnd = true;
    after = undefined;
  }
  return gone;
}
