import type { ServerContext } from '../context/ServerContext.js';
import type { AuditRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** Adds a line to the audit log, within the transaction of what it tells of. No picture, no template, no token. */
export async function writeAudit(
  tx: Pick<StoreTransaction, 'audit'>,
  { time }: Pick<ServerContext, 'time'>,
  {
    actor = 'system',
    action,
    object,
    pseudonym = null,
    facts = {},
  }: Pick<AuditRow, 'action' | 'object'> & Partial<Pick<AuditRow, 'actor' | 'pseudonym' | 'facts'>>,
): Promise<void> {
  await tx.audit.append({ atMs: time.nowMs(), actor, action, object, pseudonym, facts });
}
