import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { AuditRow, SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { forgetIdentity } from '../platform/forgetIdentity.js';
import { noticeSession } from '../webhooks/noticeSession.js';

/**
 * Ends a session without a verdict, within a transaction that holds its row: it ran out, or its client contradicted
 * itself. A try that had begun has failed.
 */
export async function endSession(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  session: SessionRow,
  { action, facts = {} }: { action: string; facts?: AuditRow['facts'] },
): Promise<void> {
  const nowMs = context.time.nowMs();
  await tx.sessions.update(session.id, {
    state: 'expired',
    expiresAtMs: Math.min(session.expiresAtMs, nowMs),
  });
  await tx.attempts.settle(session.id, 'failed');
  await forgetIdentity(tx, context, session);
  await noticeSession(tx, context, session, 'session.expired');
  await writeAudit(tx, context, { action, object: session.id, facts: { ...facts, from: session.state } });
}
