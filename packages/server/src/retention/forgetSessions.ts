import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { forgetParts } from './forgetParts.js';
import { policyGroups } from './policyGroups.js';

/** Deletes sessions whose time is over, with verdict, receipts, notices and what evidence is left. */
export async function forgetSessions(
  context: ServerContext,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<number> {
  const { store, settings, time } = context;
  let gone = 0;
  for (const { policies, retention } of policyGroups(settings)) {
    const beforeMs = time.nowMs() - retention.rowsMs;
    const sessions = await store.transaction((tx) => tx.sessions.endedBefore(beforeMs, limit, policies));
    for (const { id } of sessions) {
      const parts = await store.transaction((tx) => tx.parts.list(id));
      await forgetParts(context, parts, { signal });
      await store.transaction(async (tx) => {
        const session = await tx.sessions.getForUpdate(id);
        if (!session) return;
        await tx.sessions.delete(id);
        if (session.dataKeyId !== null) await tx.dataKeys.delete(session.dataKeyId);
        await writeAudit(tx, context, {
          action: 'session-delete',
          object: id,
          facts: { was: session.state },
        });
      });
      gone += 1;
    }
  }
  return gone;
}
