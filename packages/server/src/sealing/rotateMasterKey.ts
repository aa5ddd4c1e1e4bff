import { HuotiError } from '@huoti/protocol';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link rotateMasterKey} takes. */
export interface RotateMasterKeyOptions {
  /** Data keys of one call. @default 100 */
  limit?: number;
  signal?: AbortSignal;
}

/**
 * Puts data keys that an older master key wrapped under the current one, some at a time; what they seal is not touched. Call
 * it until nothing is left, then take the old master key away. Running it twice at once harms nothing.
 *
 * @returns how many were rewrapped, and whether some are left
 * @throws HuotiError INVALID_ARGUMENT where an older master key is missing, HOST_ERROR where a wrapped key was changed; ABORTED
 * @example while ((await rotateMasterKey(context)).left);
 */
export async function rotateMasterKey(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'time'>,
  { limit = 100, signal }: RotateMasterKeyOptions = {},
): Promise<{ readonly rewrapped: number; readonly left: boolean }> {
  const { store, masterKeys } = context;
  const { currentId } = masterKeys;
  const rows = await store.transaction((tx) => tx.dataKeys.notUnder(currentId, limit));
  for (const { id, wrapped, masterKeyId } of rows) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    const fresh = await masterKeys.wrap(await masterKeys.unwrap(wrapped, masterKeyId));
    await store.transaction((tx) => tx.dataKeys.rewrap(id, fresh.wrapped, fresh.masterKeyId));
  }
  if (rows.length > 0) {
    await store.transaction((tx) =>
      writeAudit(tx, context, {
        action: 'master-key-rotate',
        object: currentId,
        facts: { rewrapped: rows.length },
      }),
    );
  }
  const rest = await store.transaction((tx) => tx.dataKeys.notUnder(currentId, 1));
  return { rewrapped: rows.length, left: rest.length > 0 };
}
