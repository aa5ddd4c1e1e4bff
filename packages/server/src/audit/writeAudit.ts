import type { ServerContext } from '../context/ServerContext.js';
import type { AuditRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/**
 * Adds a line to the audit log, within the transaction of what it tells of. No picture, no template, no token; and no name that the
 * integrator has for a person or a reference: `pseudonym` says whom it is about, and stays when the person is deleted.
 */
export async function writeAudit(
  tx: Pick<StoreTransaction, 'audit'>,
  { time }: Pick<ServerContext, 'time'>,
  {
    actor = 'system',
    action,
    object,
    pseudonym = null,
    facts = {},
  }: Pick<AuditRow, 'action' | 'object'> & Partial<Pick<AuditRow, 'actor' | 'facts' | 'pseudonym'>>,
): Promise<void> {
  await tx.audit.append({ atMs: time.nowMs(), actor, action, object, pseudonym, facts });
}
