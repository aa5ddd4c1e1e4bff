import type { ServerContext } from '../context/ServerContext.js';
import { endSession } from '../sessions/endSession.js';
import { forgetAtOnce } from './forgetAtOnce.js';

/** Ends sessions that have run out without a completion. Each in its own transaction: one that is held up holds up no other. */
export async function endOverdue(
  context: ServerContext,
  { limit, signal }: { limit: number; signal: AbortSignal | undefined },
): Promise<number> {
  const { store, time } = context;
  const rows = await store.transaction((tx) => tx.sessions.overdue(time.nowMs(), limit));
  let ended = 0;
  for (const { id } of rows) {
    const session = await store.transaction(async (tx) => {
      const held = await tx.sessions.getForUpdate(id);
      // Completed, or ended, between the list and the lock.
      if (!held || (held.state !== 'issued' && held.state !== 'begun')) return null;
      await endSession(tx, context, held, { action: 'session-expire' });
      return held;
    });
    if (!session) continue;
    ended += 1;
    await forgetAtOnce(context, session, { signal });
  }
  return ended;
}
