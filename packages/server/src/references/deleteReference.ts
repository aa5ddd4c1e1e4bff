import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { destroyKeys } from './destroyKeys.js';
import { lockReference } from './lockReference.js';

/** What {@link deleteReference} takes. */
export interface DeleteReferenceOptions {
  /** From the API key. */
  clientId: string;
  id: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * Deletes an enrolled face for good, with the keys that its template is turned by and sealed with. Sessions that name it and are not
 * decided yet will be refused.
 *
 * Refused: NOT_FOUND, for another client's reference too.
 *
 * @example await deleteReference(context, { clientId: 'bank', id: 'customer-17' });
 */
export async function deleteReference(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'time'>,
  { clientId, id, actor = 'system' }: DeleteReferenceOptions,
): Promise<Answer<{ id: string }>> {
  const { store } = context;
  const row = await store.transaction((tx) => tx.references.get(clientId, id));
  const pseudonym = row && (await pseudonymOf(context, { clientId, subject: row.subject }));
  return store.transaction(async (tx) => {
    // A template that is being put under another key must not come back.
    await lockReference(tx, { clientId, id });
    const gone = await tx.references.delete(clientId, id);
    if (!gone) return refused('NOT_FOUND', 'there is no reference of that id');
    await destroyKeys(tx, gone);
    const object = `${clientId}/${pseudonym ?? 'unknown'}`;
    await writeAudit(tx, context, { actor, action: 'reference-delete', object, pseudonym });
    return { ok: true, id };
  });
}
