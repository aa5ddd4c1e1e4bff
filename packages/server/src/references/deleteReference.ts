import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link deleteReference} takes. */
export interface DeleteReferenceOptions {
  /** From the API key. */
  clientId: string;
  id: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * Deletes an enrolled face for good, with the key that its template is sealed with. Sessions that name it and are not
 * decided yet will be refused.
 *
 * Refused: NOT_FOUND, for another client's reference too.
 *
 * @example await deleteReference(context, { clientId: 'bank', id: 'customer-17' });
 */
export async function deleteReference(
  context: Pick<ServerContext, 'store' | 'time'>,
  { clientId, id, actor = 'system' }: DeleteReferenceOptions,
): Promise<Answer<{ id: string }>> {
  return context.store.transaction(async (tx) => {
    const gone = await tx.references.delete(clientId, id);
    if (!gone) return refused('NOT_FOUND', 'there is no reference of that id');
    await tx.dataKeys.delete(gone.dataKeyId);
    await writeAudit(tx, context, { actor, action: 'reference-delete', object: `${clientId}/${id}` });
    return { ok: true, id };
  });
}
