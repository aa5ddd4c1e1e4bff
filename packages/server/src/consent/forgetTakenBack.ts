import type { ServerContext } from '../context/ServerContext.js';
import { forgetParts } from '../retention/forgetParts.js';

/**
 * Deletes the evidence of sessions that `endTakenBack` ended: nothing may be done with it any more, so it waits for no time to run out. A
 * crash before it is made good by `expire`, with all other evidence of ended sessions.
 */
export async function forgetTakenBack(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  sessionIds: readonly string[],
  { signal }: { readonly signal: AbortSignal | undefined },
): Promise<void> {
  for (const id of sessionIds) {
    const parts = await context.store.transaction((tx) => tx.parts.list(id));
    await forgetParts(context, parts, { signal });
  }
}
