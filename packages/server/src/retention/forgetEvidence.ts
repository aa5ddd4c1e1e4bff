import type { ServerContext } from '../context/ServerContext.js';
import { AGE_GROUPS } from './ageGroups.js';
import { dueBeforeMs } from './dueBeforeMs.js';
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
    for (const ages of AGE_GROUPS) {
      for (const [kind, of, ownMs] of [
        ['pictures', 'face-crop', retention.picturesMs],
        ['others', 'evidence-trace', retention.evidenceMs],
      ] as const) {
        const dueMs = dueBeforeMs(settings, { of, ages, ownMs, nowMs: time.nowMs() });
        if (dueMs < 0) continue;
        const parts = await store.transaction((tx) =>
          tx.parts.ofEndedSessions(dueMs, kind, limit, policies, ages),
        );
        gone[kind] += await forgetParts(context, parts, { signal });
      }
    }
  }
  return gone;
}
