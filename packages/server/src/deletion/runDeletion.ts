import { HuotiError } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { DeletionRow } from '../ports/privacy/DeletionRow.js';
import type { DeletionScope } from './DeletionScope.js';
import { tallyOf } from './DeletionTally.js';
import { endSubjectSessions } from './endSubjectSessions.js';
import { finishDeletion } from './finishDeletion.js';
import { forgetSubjectPapers } from './forgetSubjectPapers.js';
import { forgetSubjectReferences } from './forgetSubjectReferences.js';
import { forgetSubjectSessions } from './forgetSubjectSessions.js';

/** What {@link runDeletion} takes. */
export interface RunDeletionOptions {
  deletionId: string;
  /** Rows of one transaction. @default 50 */
  batch?: number;
  signal?: AbortSignal;
}

/** Something written in the moment the deletion began is found by the second round; more than that is a fault. */
const ROUNDS = 5;

/**
 * The job `forget`: deletes everything of a person. Open sessions end first; then go sessions with pictures, evidence, verdicts, receipts,
 * notices and tries, enrolled faces with their keys, guardians' consents, what cases say of the person, and at last the person's row with the
 * key that pseudonyms hang on. It may be cut off anywhere, run twice, or at two places at once: each step finds what is left.
 *
 * Refused: NOT_FOUND where there is no such deletion.
 *
 * @returns the record as it stands at the end; that of one that was done before, unchanged
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault, so that the job runs again; ABORTED
 * @example await runDeletion(context, { deletionId, signal });
 */
export async function runDeletion(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time' | 'settings'>,
  { deletionId, batch = 50, signal }: RunDeletionOptions,
): Promise<Answer<{ deletion: DeletionRow }>> {
  const find = () => context.store.transaction((tx) => tx.deletions.get(deletionId));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const deletion = await find();
      if (!deletion) return refused('NOT_FOUND', 'there is no deletion of that id');
      if (deletion.state === 'done' || deletion.subject === null) return { ok: true, deletion };
      const { clientId, subject, pseudonym } = deletion;
      const tally = tallyOf(deletionId);
      const scope: DeletionScope = { deletionId, clientId, subject, pseudonym, tally, batch, signal };
      await endSubjectSessions(context, scope, { clientId, subject });
      await forgetSubjectSessions(context, scope);
      await forgetSubjectReferences(context, scope);
      await forgetSubjectPapers(context, scope);
      signal?.throwIfAborted();
      if (await finishDeletion(context, scope)) {
        const done = await find();
        return done ? { ok: true, deletion: done } : refused('NOT_FOUND', 'there is no deletion of that id');
      }
    }
  } catch (error) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: error });
    throw error;
  }
  throw new HuotiError(
    'BUSY',
    'something of a person was written again and again while all of it was deleted',
    {
      retryable: true,
    },
  );
}
