import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { GuardianConsentRow } from '../../ports/privacy/GuardianConsentRow.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import type { SubjectRow } from '../../ports/privacy/SubjectRow.js';
import type { AuditRow, ConsentRow, PartRow, ReferenceRow } from '../../ports/rows.js';
import type { SessionFilter, SessionWithVerdict } from '../../ports/Store.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { ARCHIVE_LIMITS } from './archiveLimits.js';

/** A session, how it ended, and its pieces. */
export interface RecordedSession extends SessionWithVerdict {
  readonly parts: readonly PartRow[];
}

/** Every row that is about one person of one client, and about nobody else. */
export interface SubjectRecords {
  readonly subject: SubjectRow;
  /** Newest first. */
  readonly sessions: readonly RecordedSession[];
  readonly consents: readonly ConsentRow[];
  readonly guardianConsents: readonly GuardianConsentRow[];
  readonly references: readonly ReferenceRow[];
  readonly cases: readonly RightsCaseRow[];
  /** Newest first. */
  readonly audit: readonly AuditRow[];
  readonly auditIsCut: boolean;
}

/** Rows of one page of sessions. */
const PAGE = 200;
/** Cases of one person. */
const CASES = 500;
/** Entries of the log. */
const ENTRIES = 1000;

/** Sessions that a filter finds, whole; `null` where there are more than an archive holds. */
async function readSessions(
  { store }: Pick<ServerContext, 'store'>,
  filter: Pick<SessionFilter, 'clientId' | 'subject' | 'referenceId'>,
): Promise<RecordedSession[] | null> {
  const found: RecordedSession[] = [];
  for (let before: SessionFilter['before'] | undefined; ; ) {
    const page = await store.transaction(async (tx) => {
      const rows = await tx.sessions.list({ ...filter, limit: PAGE, ...(before ? { before } : {}) });
      const parts: (readonly PartRow[])[] = [];
      for (const { session } of rows) parts.push(await tx.parts.list(session.id));
      return rows.map((row, index) => ({ ...row, parts: parts[index] ?? [] }));
    });
    found.push(...page);
    if (found.length > ARCHIVE_LIMITS.sessions) return null;
    const last = page[page.length - 1]?.session;
    if (page.length < PAGE || last === undefined) return found;
    before = { issuedAtMs: last.issuedAtMs, id: last.id };
  }
}

/** Those that name the person, and those that name nobody but a face of the person's; a deletion takes the same. */
async function sessionsOf(
  context: Pick<ServerContext, 'store'>,
  { clientId, subject }: { clientId: string; subject: string },
  references: readonly ReferenceRow[],
): Promise<RecordedSession[] | null> {
  const named = await readSessions(context, { clientId, subject });
  if (named === null) return null;
  for (const { id: referenceId } of references) {
    const all = await readSessions(context, { clientId, referenceId });
    if (all === null) return null;
    named.push(...all.filter(({ session }) => session.subject === null));
  }
  return named.length > ARCHIVE_LIMITS.sessions
    ? null
    : named.sort((a, b) => b.session.issuedAtMs - a.session.issuedAtMs);
}

/**
 * Reads everything that is kept of a person, pictures and templates still sealed.
 *
 * Refused: NOT_FOUND for a person who is not known to this client, PAYLOAD_TOO_LARGE beyond {@link ARCHIVE_LIMITS}.
 *
 * @throws HuotiError BUSY, HOST_ERROR where the store or the master key is at fault
 */
export async function readSubjectRecords(
  context: Pick<ServerContext, 'store' | 'masterKeys'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<Answer<{ records: SubjectRecords }>> {
  const pseudonym = await pseudonymOf(context, { clientId, subject });
  const rows = await context.store.transaction(async (tx) => ({
    subject: await tx.subjects.get(clientId, subject),
    consents: await tx.consents.list(clientId, subject),
    guardianConsents: await tx.guardianConsents.list(clientId, subject),
    references: await tx.references.listOf(clientId, subject),
    cases: await tx.rightsCases.list({ clientId, subject, limit: CASES }),
    audit: pseudonym === null ? [] : await tx.audit.list({ pseudonym, limit: ENTRIES }),
  }));
  if (rows.subject === null || pseudonym === null)
    return refused('NOT_FOUND', 'nothing is kept of such a person');
  const sessions = await sessionsOf(context, { clientId, subject }, rows.references);
  const parts = sessions?.flatMap((one) => one.parts) ?? [];
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  if (!sessions || parts.length > ARCHIVE_LIMITS.files || bytes > ARCHIVE_LIMITS.bytes) {
    const { sessions: most, files } = ARCHIVE_LIMITS;
    return refused(
      'PAYLOAD_TOO_LARGE',
      `one archive holds ${most} sessions, ${files} files and 3 GiB: let the service delete what has run out, or give the rest by hand`,
    );
  }
  return {
    ok: true,
    records: { ...rows, subject: rows.subject, sessions, auditIsCut: rows.audit.length >= ENTRIES },
  };
}
