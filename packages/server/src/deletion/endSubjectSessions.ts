import type { ServerContext } from '../context/ServerContext.js';
import { writeAudit } from '../audit/writeAudit.js';
import { forgetIdentity } from '../platform/forgetIdentity.js';
import type { SessionRow } from '../ports/rows.js';
import type { SessionFilter, StoreTransaction } from '../ports/Store.js';
import type { DeletionScope } from './DeletionScope.js';

const OPEN = ['issued', 'begun', 'completed'] as const satisfies readonly SessionRow['state'][];

/**
 * Ends open sessions, also those that wait for a verdict, so that no part, no step and no verdict arrives while the rest is deleted. Their
 * backend gets no notice: it asked for the deletion, and the notice would be deleted next.
 */
export async function endSubjectSessions(
  context: Pick<ServerContext, 'store' | 'time'>,
  { batch, pseudonym, signal }: DeletionScope,
  of: Pick<SessionFilter, 'clientId' | 'subject' | 'referenceId'>,
): Promise<void> {
  for (const state of OPEN) {
    for (;;) {
      signal?.throwIfAborted();
      const count = await context.store.transaction(async (tx) => {
        const open = await tx.sessions.list({ ...of, state, limit: batch });
        for (const { session } of open) await end(tx, context, session.id, pseudonym);
        return open.length;
      });
      if (count < batch) break;
    }
  }
}

async function end(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time'>,
  id: string,
  pseudonym: string,
): Promise<void> {
  const session = await tx.sessions.getForUpdate(id);
  // Ended, or decided, between the list and the lock.
  if (!session || !OPEN.some((state) => state === session.state)) return;
  await tx.sessions.update(id, {
    state: 'expired',
    expiresAtMs: Math.min(session.expiresAtMs, context.time.nowMs()),
  });
  await tx.attempts.settle(id, 'failed');
  await forgetIdentity(tx, context, session);
  await writeAudit(tx, context, {
    action: 'session-end',
    object: id,
    pseudonym,
    facts: { from: session.state, why: 'subject-forget' },
  });
}
