import type { ServerContext } from '../../context/ServerContext.js';
import type { StoreTransaction } from '../../ports/Store.js';
import { endSession } from '../../sessions/endSession.js';

/** Sessions of one page. */
const PAGE = 200;

/**
 * Ends every session of a person that has no verdict yet, submitted ones too: to judge them would be something new. Within a transaction that
 * holds the person's row, so that none begins meanwhile.
 *
 * @returns how many
 */
export async function endOpenSessions(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  { clientId, subject, why }: { clientId: string; subject: string; why: 'withdrawn' | 'restricted' },
): Promise<number> {
  let ended = 0;
  for (const state of ['issued', 'begun', 'completed'] as const) {
    // What was ended is in another state: the next page is the first one again.
    for (let left = PAGE; left > 0; ) {
      const rows = await tx.sessions.list({ clientId, subject, state, limit: PAGE });
      left = 0;
      for (const { session } of rows) {
        const held = await tx.sessions.getForUpdate(session.id);
        if (held === null || held.state !== state) continue;
        await endSession(tx, context, held, { action: 'session-end', facts: { why } });
        ended += 1;
        left += 1;
      }
    }
  }
  return ended;
}
