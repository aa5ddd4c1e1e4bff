import type { DeletionRow } from '../../ports/privacy/DeletionRow.js';
import type { GuardianConsentRow } from '../../ports/privacy/GuardianConsentRow.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import type { SubjectRow } from '../../ports/privacy/SubjectRow.js';
import { HEX, idOf, NOON } from './contractRows.js';

/** Somebody who was named. */
export function aSubject(subject: string, changes: Partial<SubjectRow> = {}): SubjectRow {
  return {
    clientId: 'bank',
    subject,
    keyId: idOf(`key-${subject}`),
    createdAtMs: NOON,
    ageBand: null,
    restrictedAtMs: null,
    withdrawnAtMs: null,
    ...changes,
  };
}

/** What a guardian signed for a minor. */
export function aGuardianConsent(
  subject: string,
  changes: Partial<GuardianConsentRow> = {},
): GuardianConsentRow {
  return {
    receiptId: idOf(`guardian-${subject}`),
    clientId: 'bank',
    subject,
    guardian: 'customer-3',
    document: 'shelf 7/2026-01',
    level: 'frames',
    policyVersion: '1.0',
    textHash: HEX,
    language: 'zh-CN',
    signedAtMs: NOON - 1000,
    recordedAtMs: NOON,
    expiresAtMs: null,
    withdrawnAtMs: null,
    ...changes,
  };
}

/** Somebody asked what is kept, and waits. */
export function aRightsCase(name: string, changes: Partial<RightsCaseRow> = {}): RightsCaseRow {
  return {
    id: idOf(name),
    clientId: 'bank',
    subject: 'anna',
    kind: 'access',
    state: 'open',
    receivedAtMs: NOON,
    dueAtMs: NOON + 1000,
    closedAtMs: null,
    closedBy: null,
    note: null,
    deletionId: null,
    ...changes,
  };
}

/** A deletion that runs. */
export function aDeletion(name: string, changes: Partial<DeletionRow> = {}): DeletionRow {
  return {
    id: idOf(name),
    clientId: 'bank',
    subject: 'anna',
    pseudonym: HEX,
    caseId: null,
    state: 'running',
    startedAtMs: NOON,
    finishedAtMs: null,
    counts: {},
    backupsExpireAtMs: null,
    ...changes,
  };
}
