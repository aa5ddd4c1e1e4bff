import { RIGHTS_KINDS, type RightsKind } from '@huoti/protocol';
import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import { DAY_MS } from '../../context/settingRanges.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import { randomId } from '../../sealing/randomId.js';
import { admitSubject } from '../../subjects/admitSubject.js';
import { ensureSubject } from '../../subjects/ensureSubject.js';
import { dueDateOf } from './dueDateOf.js';

/** What {@link openRightsCase} takes. */
export interface OpenRightsCaseOptions {
  clientId: string;
  /** Who asks. Need not be known yet: "nothing is kept of you" is an answer, too. */
  subject: string;
  kind: RightsKind;
  /** When the request reached the operator, ms since 1970; not after now. @default now */
  receivedAtMs?: number;
  /** For the audit log: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
}

const SUBJECT = /^[A-Za-z0-9._:@-]{1,128}$/;
/** A request that old is a mistake in the number (seconds for ms, for example). */
const OLDEST_MS = 3650 * DAY_MS;

/**
 * Opens a case for what a person asks: from now on it is tracked until it is answered. While one of the same kind is open for the person, that
 * one is the answer (`isNew` false): whoever asks twice, or sends the call again, has one case with the earlier due date.
 *
 * Refused: INVALID_ARGUMENT for a subject, kind or time that is none; CONFLICT where the open case says it was received later than this call
 * does, and while everything of the person is being deleted.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example await openRightsCase(context, { clientId: 'bank', subject: 'customer-17', kind: 'access', actor: `key:${keyId}` });
 */
export async function openRightsCase(
  context: ServerContext,
  { clientId, subject, kind, receivedAtMs, actor = 'system' }: OpenRightsCaseOptions,
): Promise<Answer<{ rightsCase: RightsCaseRow; isNew: boolean }>> {
  const { store, time, random, settings } = context;
  const nowMs = time.nowMs();
  const atMs = receivedAtMs ?? nowMs;
  if (!SUBJECT.test(subject)) {
    return refused('INVALID_ARGUMENT', 'subject: 1 to 128 letters, digits or ._:@-');
  }
  if (!RIGHTS_KINDS.includes(kind)) {
    return refused('INVALID_ARGUMENT', `kind: one of ${RIGHTS_KINDS.join(', ')}`);
  }
  if (!Number.isInteger(atMs) || atMs > nowMs || atMs < nowMs - OLDEST_MS) {
    return refused(
      'INVALID_ARGUMENT',
      'receivedAtMs: ms since 1970, within the last ten years and not after now',
    );
  }
  const { pseudonym } = await ensureSubject(context, { clientId, subject });
  const row: RightsCaseRow = {
    id: randomId(random),
    clientId,
    subject,
    kind,
    state: 'open',
    receivedAtMs: atMs,
    dueAtMs: dueDateOf(settings, atMs),
    closedAtMs: null,
    closedBy: null,
    note: null,
    deletionId: null,
  };
  return store.transaction(async (tx) => {
    // The person's row is held: of two calls at once, the second finds the first one's case.
    const admitted = await admitSubject(tx, { clientId, subject });
    if (!admitted.ok) return admitted;
    const [open] = await tx.rightsCases.list({ clientId, subject, kind, state: 'open', limit: 1 });
    if (open !== undefined && receivedAtMs !== undefined && receivedAtMs < open.receivedAtMs) {
      return refused(
        'CONFLICT',
        `the open case ${open.id} says that it was received later: close that one with a note, then open this one`,
      );
    }
    if (open !== undefined) return { ok: true, rightsCase: open, isNew: false };
    await tx.rightsCases.insert(row);
    await writeAudit(tx, context, {
      actor,
      action: 'rights-open',
      object: row.id,
      pseudonym,
      facts: { kind, receivedAtMs: atMs, dueAtMs: row.dueAtMs },
    });
    return { ok: true, rightsCase: row, isNew: true };
  });
}
