import type { ServerContext } from '../context/ServerContext.js';
import { AGE_GROUPS } from './ageGroups.js';
import { dueBeforeMs } from './dueBeforeMs.js';
import { forgetSession } from './forgetSession.js';
import { policyGroups } from './policyGroups.js';

/** Deletes sessions whose time is over, with verdict, notices and what evidence is left. Receipts have a time of their own. */
export async function forgetSessions(
  context: ServerContext,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<number> {
  const { store, settings, time } = context;
  let gone = 0;
  for (const { policies, retention } of policyGroups(settings)) {
    for (const ages of AGE_GROUPS) {
      const dueMs = dueBeforeMs(settings, {
        ...{ of: 'session', ages, ownMs: retention.rowsMs, nowMs: time.nowMs() },
      });
      if (dueMs < 0) continue;
      const sessions = await store.transaction((tx) =>
        tx.sessions.endedBefore(dueMs + 1, limit, policies, ages),
      );
      for (const { id } of sessions) {
        if (await forgetSession(context, { sessionId: id, signal })) gone += 1;
      }
    }
  }
  return gone;
}
