import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** Deletes enrolled faces whose time is over, each with its key. */
export async function forgetReferences(
  context: Pick<ServerContext, 'store' | 'time'>,
  { limit }: { limit: number },
): Promise<number> {
  const { store, time } = context;
  return store.transaction(async (tx) => {
    const rows = await tx.references.expired(time.nowMs(), limit);
    for (const { clientId, id, dataKeyId } of rows) {
      await tx.references.delete(clientId, id);
      await tx.dataKeys.delete(dataKeyId);
      await writeAudit(tx, context, { action: 'reference-expire', object: `${clientId}/${id}` });
    }
    return rows.length;
  });
}
