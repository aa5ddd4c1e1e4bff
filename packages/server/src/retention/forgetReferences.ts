import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { destroyKeys } from '../references/destroyKeys.js';
import { lockReference } from '../references/lockReference.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { AGE_GROUPS } from './ageGroups.js';
import { dueBeforeMs } from './dueBeforeMs.js';

/** Deletes enrolled faces whose own end has come, or that were kept as long as is promised, each with its keys. */
export async function forgetReferences(
  context: Pick<ServerContext, 'store' | 'time' | 'settings' | 'masterKeys'>,
  { limit }: { limit: number },
): Promise<number> {
  const { store, time, settings } = context;
  const nowMs = time.nowMs();
  const rows = await store.transaction(async (tx) => {
    const found = [...(await tx.references.expired(nowMs, limit))];
    for (const ages of AGE_GROUPS) {
      const dueMs = dueBeforeMs(settings, { of: 'template', ages, nowMs });
      if (dueMs >= 0) found.push(...(await tx.references.keptSince(dueMs, limit, ages)));
    }
    return found;
  });
  let gone = 0;
  for (const { clientId, id, subject, dataKeyId } of rows) {
    const pseudonym = await pseudonymOf(context, { clientId, subject });
    gone += await store.transaction(async (tx) => {
      // Held as the enrolment holds it; one of the same name that was put in its place meanwhile stays.
      await lockReference(tx, { clientId, id });
      const row = await tx.references.get(clientId, id);
      if (row?.dataKeyId !== dataKeyId) return 0;
      await tx.references.delete(clientId, id);
      await destroyKeys(tx, row);
      await writeAudit(tx, context, {
        action: 'reference-expire',
        object: `${clientId}/${pseudonym ?? 'unknown'}`,
        pseudonym,
      });
      return 1;
    });
  }
  return gone;
}
