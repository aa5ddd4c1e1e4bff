import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { forgetSubject } from '../../deletion/forgetSubject.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import { caseUnknown } from './caseUnknown.js';

/** What {@link beginDeletion} takes. */
export interface BeginDeletionOptions {
  clientId: string;
  subject: string;
  caseId: string;
  note: string | null;
  actor: string;
}

/**
 * Begins the deletion that answers a case: the case runs, and the deletion closes it when nothing of the person is left. A note would be
 * something left, so there is none.
 */
export async function beginDeletion(
  context: ServerContext,
  { clientId, subject, caseId, note, actor }: BeginDeletionOptions,
): Promise<Answer<{ rightsCase: RightsCaseRow }>> {
  if (note !== null) {
    return refused('INVALID_ARGUMENT', 'note: a deletion keeps none, leave it out');
  }
  const begun = await forgetSubject(context, { clientId, subject, caseId, actor });
  if (!begun.ok) return begun;
  const rightsCase = await context.store.transaction((tx) => tx.rightsCases.get(caseId));
  return rightsCase === null ? caseUnknown() : { ok: true, rightsCase };
}
