import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { openDataKey } from '../sealing/openDataKey.js';

/** The data key of a session; made with its first part. Of two first parts at once, one key stands. */
export async function sessionKey(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { id, dataKeyId }: Pick<SessionRow, 'id' | 'dataKeyId'>,
): Promise<{ readonly key: Uint8Array; readonly dataKeyId: string }> {
  if (dataKeyId !== null) return { key: await openDataKey(context, dataKeyId), dataKeyId };
  const fresh = await createDataKey(context);
  const standing = await context.store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(id);
    if (!session) throw new HuotiError('BUSY', 'the session was deleted meanwhile', { retryable: true });
    if (session.dataKeyId !== null) return session.dataKeyId;
    await tx.dataKeys.insert(fresh.row);
    await tx.sessions.update(id, { dataKeyId: fresh.row.id });
    return fresh.row.id;
  });
  return standing === fresh.row.id
    ? { key: fresh.key, dataKeyId: standing }
    : { key: await openDataKey(context, standing), dataKeyId: standing };
}
