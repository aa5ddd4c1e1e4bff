import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { lockReference } from './lockReference.js';
import { plainTemplate } from './plainTemplate.js';
import { putReference } from './putReference.js';
import type { StoredTemplate } from './readStored.js';
import { sealTemplate } from './sealTemplate.js';

/**
 * Puts a stored template under new keys; the old ones are destroyed.
 *
 * @returns false where the row was replaced, deleted, or is being deleted: nothing was done
 */
export async function turnStored(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  stored: StoredTemplate,
  { actor, action }: { actor: string; action: 'reference-revoke' | 'reference-turn' },
): Promise<boolean> {
  const { clientId, id, subject, dataKeyId } = stored.row;
  const template = plainTemplate(stored);
  const sealed = await sealTemplate(context, { clientId, id, template });
  const { pseudonym } = await ensureSubject(context, { clientId, subject });
  return context.store.transaction(async (tx) => {
    // Whoever deletes the person, or the reference, holds one of the two: nothing that is gone is put back.
    const admitted = await admitSubject(tx, { clientId, subject });
    if (!admitted.ok) return false;
    await lockReference(tx, { clientId, id });
    const old = await tx.references.get(clientId, id);
    // Each write has a seal of its own: another seal is another face, or another turn of this one.
    if (old?.dataKeyId !== dataKeyId) return false;
    await putReference(tx, old, { sealed, old });
    await writeAudit(tx, context, {
      actor,
      action,
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { model: template.model },
    });
    return true;
  });
}
