import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import { actOnSubject } from '../subjects/actOnSubject.js';
import { restrictWithin } from '../subjects/restrictWithin.js';
import { withdrawWithin } from '../subjects/withdrawWithin.js';
import { beginDeletion } from './beginDeletion.js';
import { caseUnknown } from './caseUnknown.js';
import { noteFault, parseNote } from './caseNote.js';
import { readRightsCase } from './readRightsCase.js';

/** What {@link closeRightsCase} takes. */
export interface CloseRightsCaseOptions {
  caseId: string;
  /** From the API key; left out for an operator. */
  clientId?: string;
  /** `done` also does what the case asks, where huoti can. */
  outcome: 'done' | 'refused';
  /** Why, or what was done; for the operator alone. Needed for a refusal and for a correction. */
  note?: string | null;
  /** For the audit log and for `closedBy`: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
}

const isSame = ({ state, note }: RightsCaseRow, outcome: string, wanted: string | null): boolean =>
  (state === outcome || (state === 'running' && outcome === 'done')) && note === wanted;

/**
 * Answers a case, once. `done` carries out what it asks in the same step: `restrict` and `withdraw` at once, `delete` by a deletion that closes
 * the case at its end (state `running` until then). `access`, `portability` and `correct` are carried out by calls of their own before; here it
 * is written down that they were. The same answer again changes nothing.
 *
 * Refused: NOT_FOUND for a case that is none, another client's too; INVALID_ARGUMENT for a missing or unreadable note; CONFLICT for a case that
 * was answered otherwise before, or whose person is being deleted.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault
 * @example await closeRightsCase(context, { caseId, clientId: 'bank', outcome: 'refused', note: 'not the person: asked by phone' });
 */
export async function closeRightsCase(
  context: ServerContext,
  { caseId, clientId, outcome, note, actor = 'system' }: CloseRightsCaseOptions,
): Promise<Answer<{ rightsCase: RightsCaseRow }>> {
  const found = await readRightsCase(context, { caseId, ...(clientId === undefined ? {} : { clientId }) });
  if (!found.ok) return found;
  const { kind, subject, clientId: owner } = found.rightsCase;
  const words = parseNote(note);
  const fault = noteFault(words, { isNeeded: outcome === 'refused' || kind === 'correct' });
  if (fault !== null) return refused('INVALID_ARGUMENT', fault);
  const otherwise = refused('CONFLICT', 'the case was answered before: open a new one for a new request');
  if (found.rightsCase.state !== 'open') {
    return isSame(found.rightsCase, outcome, words) ? found : otherwise;
  }
  if (subject === null) return refused('CONFLICT', 'the person was deleted: the case leads nowhere');
  if (kind === 'delete' && outcome === 'done') {
    return beginDeletion(context, { clientId: owner, subject, caseId, note: words, actor });
  }
  return actOnSubject(context, { clientId: owner, subject }, async (tx, held) => {
    const row = await tx.rightsCases.getForUpdate(caseId);
    if (row === null) return caseUnknown();
    if (row.state !== 'open') {
      return isSame(row, outcome, words) ? { ok: true, rightsCase: row } : otherwise;
    }
    if (outcome === 'done' && kind === 'restrict') await restrictWithin(tx, context, held, { actor });
    if (outcome === 'done' && kind === 'withdraw') await withdrawWithin(tx, context, held, { actor });
    const changes = { state: outcome, closedAtMs: context.time.nowMs(), closedBy: actor, note: words };
    await tx.rightsCases.update(caseId, changes);
    await writeAudit(tx, context, {
      actor,
      action: 'rights-close',
      object: caseId,
      pseudonym: held.pseudonym,
      facts: { kind, outcome, inTime: context.time.nowMs() <= row.dueAtMs },
    });
    return { ok: true, rightsCase: { ...row, ...changes } };
  });
}
