import type { ServerContext } from '../../context/ServerContext.js';
import type { SessionRow } from '../../ports/rows.js';
import type { SessionFilter, StoreTransaction } from '../../ports/Store.js';
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
  const references = await tx.references.listOf(clientId, subject);
  const filters: Pick<SessionFilter, 'clientId' | 'subject' | 'referenceId'>[] = [
    { clientId, subject },
    // They name nobody, but a face of the person's.
    ...references.map(({ id }) => ({ clientId, referenceId: id })),
  ];
  let ended = 0;
  for (const filter of filters) {
    for (const state of ['issued', 'begun', 'completed'] as const) {
      ended += await endAll(tx, context, { filter, state, why });
    }
  }
  return ended;
}

async function endAll(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  { filter, state, why }: { filter: SessionFilter; state: SessionRow['state']; why: string },
): Promise<number> {
  let ended = 0;
  // What was ended is in another state: the next page is the first one again.
  for (let left = PAGE; left > 0; ) {
    const rows = await tx.sessions.list({ ...filter, state, limit: PAGE });
    left = 0;
    for (const { session } of rows) {
      const held = await tx.sessions.getForUpdate(session.id);
      if (held?.state !== state) continue;
      await endSession(tx, context, held, { action: 'session-end', facts: { why } });
      ended += 1;
      left += 1;
    }
  }
  return ended;
}
