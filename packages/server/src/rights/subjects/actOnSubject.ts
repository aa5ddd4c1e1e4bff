import type { Answer } from '../../answers/Answer.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { SubjectRow } from '../../ports/privacy/SubjectRow.js';
import type { StoreTransaction } from '../../ports/Store.js';
import { admitSubject } from '../../subjects/admitSubject.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { subjectUnknown } from './subjectUnknown.js';

/** What an act works with: the person's row is held until it ends. */
export interface HeldSubject {
  readonly row: SubjectRow;
  readonly pseudonym: string;
}

/**
 * Does something to a person who is known, in one transaction that holds the person's row.
 *
 * Refused: NOT_FOUND for somebody unknown, another client's person too; CONFLICT while everything of the person is being deleted; and as
 * `work` does.
 */
export async function actOnSubject<T extends object>(
  context: Pick<ServerContext, 'store' | 'masterKeys'>,
  { clientId, subject }: { clientId: string; subject: string },
  work: (tx: StoreTransaction, held: HeldSubject) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const pseudonym = await pseudonymOf(context, { clientId, subject });
  if (pseudonym === null) return subjectUnknown();
  return context.store.transaction(async (tx) => {
    const admitted = await admitSubject(tx, { clientId, subject });
    return admitted.ok ? work(tx, { row: admitted.subject, pseudonym }) : admitted;
  });
}
