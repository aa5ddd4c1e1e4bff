import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** Deletes the identity of a session with its key, in the transaction of the session's end. Nothing for any other session. */
export async function forgetIdentity(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time'>,
  { id, policy, dataKeyId }: Pick<SessionRow, 'id' | 'policy' | 'dataKeyId'>,
): Promise<void> {
  if (policy.platform === undefined) return;
  await tx.platformChecks.delete(id);
  if (dataKeyId !== null) {
    await tx.sessions.update(id, { dataKeyId: null });
    await tx.dataKeys.delete(dataKeyId);
  }
  await writeAudit(tx, context, { action: 'identity-delete', object: id });
}
