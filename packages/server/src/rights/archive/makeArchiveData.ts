import { retentionFor, versionInForce } from '@huoti/privacy';
import type { ServerSettings } from '../../context/ServerSettings.js';
import type { AuditRow } from '../../ports/rows.js';
import type { ArchiveData, ArchiveSession } from './ArchiveData.js';
import { noticeOf, type AgreedText } from './noticeOf.js';
import type { SubjectRecords } from './readSubjectRecords.js';

/** Who did something, as far as a person may know: not which of the staff, nor by which key. */
function actorOf({ actor }: AuditRow): ArchiveData['log'][number]['by'] {
  if (actor.startsWith('operator:')) return 'operator';
  if (actor.startsWith('key:')) return 'backend';
  return actor.startsWith('client:') ? 'you' : 'service';
}

/** `data.json`: everything of a person's records but bytes, keys and other people. */
export function makeArchiveData(
  { subject, consents, guardianConsents, references, cases, audit, auditIsCut }: SubjectRecords,
  sessions: readonly ArchiveSession[],
  { settings, nowMs }: { settings: Pick<ServerSettings, 'privacy'>; nowMs: number },
): ArchiveData {
  const { privacy } = settings;
  const { version, terms } = versionInForce(privacy, nowMs);
  const notices: Record<string, string> = {};
  const tried = new Set<string>();
  const note = (agreed: AgreedText): void => {
    if (tried.has(agreed.textHash)) return;
    tried.add(agreed.textHash);
    const notice = noticeOf(privacy, agreed, nowMs);
    if (notice !== null) notices[agreed.textHash] = notice.text;
  };
  [...consents, ...guardianConsents].forEach(note);
  return {
    format: 'huoti-archive',
    version: 1,
    madeAtMs: nowMs,
    operator: { name: privacy.operator.name, contact: privacy.operator.contact },
    policyVersion: version,
    timeZone: privacy.timeZone,
    subject: subject.subject,
    ageBand: subject.ageBand,
    knownSinceMs: subject.createdAtMs,
    restrictedAtMs: subject.restrictedAtMs,
    withdrawnAtMs: subject.withdrawnAtMs,
    retentionMs: { ...retentionFor(terms, subject.ageBand) },
    sessions: [...sessions],
    consents: consents.map((row) => ({
      receiptId: row.receiptId,
      sessionId: row.sessionId,
      level: row.level,
      policyVersion: row.policyVersion,
      textHash: row.textHash,
      inventoryHash: row.inventoryHash,
      language: row.language,
      choices: { ...row.choices },
      ageBand: row.ageBand,
      recordedAtMs: row.recordedAtMs,
      withdrawnAtMs: row.withdrawnAtMs,
    })),
    // The guardian is another person: neither the reference nor the paper of theirs is given.
    guardianConsents: guardianConsents.map((row) => ({
      receiptId: row.receiptId,
      level: row.level,
      policyVersion: row.policyVersion,
      textHash: row.textHash,
      language: row.language,
      signedAtMs: row.signedAtMs,
      recordedAtMs: row.recordedAtMs,
      expiresAtMs: row.expiresAtMs,
      withdrawnAtMs: row.withdrawnAtMs,
    })),
    notices,
    references: references.map(({ id, model, createdAtMs, replacedAtMs, expiresAtMs }) => ({
      ...{ id, model, createdAtMs, replacedAtMs, expiresAtMs },
    })),
    cases: cases.map(({ id, kind, state, receivedAtMs, dueAtMs, closedAtMs }) => ({
      ...{ id, kind, state, receivedAtMs, dueAtMs, closedAtMs },
    })),
    // Facts of an entry may hold what a member of staff wrote, of other people too.
    log: audit.map((row) => ({ atMs: row.atMs, by: actorOf(row), action: row.action })),
    logIsCut: auditIsCut,
  };
}
