import type { ServerContext } from '../context/ServerContext.js';
import { forgetParts } from './forgetParts.js';
import { policyGroups } from './policyGroups.js';

/** Deletes pictures and other evidence whose time is over, for good. */
export async function forgetEvidence(
  context: ServerContext,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<{ readonly pictures: number; readonly others: number }> {
  const { store, settings, time } = context;
  const gone = { pictures: 0, others: 0 };
  for (const { policies, retention } of policyGroups(settings)) {
    for (const [kind, keptMs] of [
      ['pictures', retention.picturesMs],
      ['others', retention.evidenceMs],
    ] as const) {
      const beforeMs = time.nowMs() - keptMs;
      const parts = await store.transaction((tx) =>
        tx.parts.ofEndedSessions(beforeMs, kind, limit, policies),
      );
      gone[kind] += await forgetParts(context, parts, { signal });
    }
  }
  return gone;
}
