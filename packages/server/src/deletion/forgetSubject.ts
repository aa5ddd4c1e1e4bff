import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { DeletionRow } from '../ports/privacy/DeletionRow.js';
import { randomId } from '../sealing/randomId.js';
import { ensureSubject } from '../subjects/ensureSubject.js';

/** What {@link forgetSubject} takes. */
export interface ForgetSubjectOptions {
  /** From the API key. */
  clientId: string;
  subject: string;
  /** The request that this answers: it runs from now on, and is closed with the deletion's end. @default none */
  caseId?: string;
  /** For the audit log: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
}

/**
 * Begins to delete everything of a person: the record of it and the job `forget` that does it are written in one transaction, so that it
 * happens whatever fails from here on. While it runs nothing new about the person is taken. The same person again gives the same deletion
 * until that is done.
 *
 * Somebody of whom nothing is kept is deleted too: the record says so.
 *
 * Refused: NOT_FOUND for a case that there is not, CONFLICT for one of another person or one that is closed, and where the person was deleted
 * in this moment.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example const begun = await forgetSubject(context, { clientId: 'bank', subject: 'customer-17', actor: 'key:1' });
 */
export async function forgetSubject(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { clientId, subject, caseId, actor = 'system' }: ForgetSubjectOptions,
): Promise<Answer<{ deletion: DeletionRow }>> {
  // Known by name alone from the release before, a person has no key yet; the record needs the pseudonym.
  const { pseudonym } = await ensureSubject(context, { clientId, subject });
  const id = randomId(context.random);
  return context.store.transaction(async (tx) => {
    const person = await tx.subjects.getForUpdate(clientId, subject);
    if (!person) return refused('CONFLICT', 'this person was deleted in this moment: look again');
    if (caseId !== undefined) {
      const request = await tx.rightsCases.getForUpdate(caseId);
      if (request?.clientId !== clientId) return refused('NOT_FOUND', 'there is no case of that id');
      if (request.subject !== subject) return refused('CONFLICT', 'the case is about somebody else');
      if (request.closedAtMs !== null) return refused('CONFLICT', 'the case is closed: open a new one');
    }
    const running = await tx.deletions.running(clientId, subject);
    const deletion: DeletionRow = running ?? {
      id,
      clientId,
      subject,
      pseudonym,
      caseId: caseId ?? null,
      state: 'running',
      startedAtMs: context.time.nowMs(),
      finishedAtMs: null,
      counts: {},
      backupsExpireAtMs: null,
    };
    if (caseId !== undefined) {
      await tx.rightsCases.update(caseId, { state: 'running', deletionId: deletion.id, closedBy: actor });
    }
    if (running) return { ok: true, deletion };
    await tx.deletions.insert(deletion);
    await tx.jobs.enqueue('forget', { deletionId: id }, { key: id });
    await writeAudit(tx, context, {
      actor,
      action: 'subject-forget',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { deletionId: id, ...(caseId === undefined ? {} : { caseId }) },
    });
    return { ok: true, deletion };
  });
}
