import type { FaceTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { refuseRestricted } from '../consent/refuseRestricted.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ReferenceRow } from '../ports/rows.js';
import { admitSubject } from '../subjects/admitSubject.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { enrolFault, type EnrolOptions } from './enrolFault.js';
import { lockReference } from './lockReference.js';
import { putReference } from './putReference.js';
import { sealTemplate } from './sealTemplate.js';

/** What {@link enrolTemplate} takes. */
export interface EnrolTemplateOptions extends EnrolOptions {
  /** As the embedder made it. */
  template: FaceTemplate;
}

/**
 * Keeps a template to compare sessions with, turned and sealed with keys of its own. A replaced one is gone for good, with its keys.
 *
 * Refused: INVALID_ARGUMENT, CONFLICT and NOT_FOUND by `ifThere` and `ifNew`; RESTRICTED where the person asked that nothing of them be
 * used; CONFLICT while everything of the person is being deleted.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault
 * @example await enrolTemplate(context, { clientId: 'bank', id: 'customer-17', template });
 */
export async function enrolTemplate(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { template, ...options }: EnrolTemplateOptions,
): Promise<Answer<{ row: ReferenceRow }>> {
  const { clientId, id, expiresAtMs = null, actor = 'system' } = options;
  const { store, time } = context;
  const before = await store.transaction((tx) => tx.references.get(clientId, id));
  const early = enrolFault(context, options, before);
  if (early) return early;
  const subject = options.subject ?? before?.subject ?? id;
  const { pseudonym } = await ensureSubject(context, { clientId, subject });
  const sealed = await sealTemplate(context, { clientId, id, template });
  return store.transaction(async (tx) => {
    const admitted = await admitSubject(tx, { clientId, subject });
    if (!admitted.ok) return admitted;
    await lockReference(tx, { clientId, id });
    const old = await tx.references.get(clientId, id);
    const late =
      enrolFault(context, options, old) ??
      (await refuseRestricted(tx, { clientId, subject, referenceId: id }));
    if (late) return late;
    if (options.subject === undefined && (old?.subject ?? subject) !== subject) {
      return refused('CONFLICT', 'the reference was given to another person in this moment: ask again');
    }
    const nowMs = time.nowMs();
    const createdAtMs = old?.createdAtMs ?? nowMs;
    const replacedAtMs = old ? nowMs : null;
    const row = { clientId, id, subject, createdAtMs, replacedAtMs, expiresAtMs };
    await putReference(tx, row, { sealed, old });
    await writeAudit(tx, context, {
      actor,
      action: old ? 'reference-replace' : 'reference-enrol',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { model: template.model },
    });
    return { ok: true, row: { ...row, ...sealed.columns } };
  });
}
