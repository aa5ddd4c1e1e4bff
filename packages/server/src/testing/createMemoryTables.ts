import type { PlatformCheckRow } from '../ports/PlatformCheckRow.js';
import type {
  ApiKeyRow,
  AttemptRow,
  AuditRow,
  ConsentRow,
  DataKeyRow,
  OperatorRow,
  PartRow,
  ReferenceRow,
  SessionRow,
  VerdictRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '../ports/rows.js';
import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import type { CounterRow } from '../ports/privacy/CounterTable.js';
import type { DeletionRow } from '../ports/privacy/DeletionRow.js';
import type { GuardianConsentRow } from '../ports/privacy/GuardianConsentRow.js';
import type { RightsCaseRow } from '../ports/privacy/RightsCaseRow.js';
import type { SubjectRow } from '../ports/privacy/SubjectRow.js';
import type { MemoryJob } from './MemoryJob.js';

/** All rows of a memory store, each table by its key. Rows are never changed in place: a copy of the maps is a snapshot. */
export interface MemoryTables {
  readonly sessions: Map<string, SessionRow>;
  readonly parts: Map<string, PartRow>;
  readonly verdicts: Map<string, VerdictRow>;
  readonly consents: Map<string, ConsentRow>;
  readonly platformChecks: Map<string, PlatformCheckRow>;
  readonly references: Map<string, ReferenceRow>;
  readonly dataKeys: Map<string, DataKeyRow>;
  readonly attempts: Map<string, AttemptRow>;
  readonly proofs: Map<string, number>;
  readonly apiKeys: Map<string, ApiKeyRow>;
  readonly endpoints: Map<string, WebhookEndpointRow>;
  readonly deliveries: Map<string, WebhookDeliveryRow>;
  readonly operators: Map<string, OperatorRow>;
  readonly signIns: Map<string, { operatorId: string; expiresAtMs: number }>;
  readonly jobs: Map<number, MemoryJob>;
  readonly audit: Map<number, AuditRow>;
  /** Where entries of `audit` stand in the chain, by their key. */
  readonly auditPlaces: Map<number, { readonly seq: number; readonly hash: string }>;
  /** The next number of each table that numbers its rows. */
  readonly sequences: Map<string, number>;
  readonly auditHeads: Map<number, AuditHeadRow>;
  readonly subjects: Map<string, SubjectRow>;
  /** When a sweep last looked at a subject, by its key. */
  readonly subjectLooks: Map<string, number>;
  readonly counters: Map<string, CounterRow>;
  readonly guardianConsents: Map<string, GuardianConsentRow>;
  readonly rightsCases: Map<string, RightsCaseRow>;
  readonly deletions: Map<string, DeletionRow>;
}

/** Empty tables, or a snapshot of others. */
export function createMemoryTables(of?: MemoryTables): MemoryTables {
  return {
    sessions: new Map(of?.sessions),
    parts: new Map(of?.parts),
    verdicts: new Map(of?.verdicts),
    consents: new Map(of?.consents),
    platformChecks: new Map(of?.platformChecks),
    references: new Map(of?.references),
    dataKeys: new Map(of?.dataKeys),
    attempts: new Map(of?.attempts),
    proofs: new Map(of?.proofs),
    apiKeys: new Map(of?.apiKeys),
    endpoints: new Map(of?.endpoints),
    deliveries: new Map(of?.deliveries),
    operators: new Map(of?.operators),
    signIns: new Map(of?.signIns),
    jobs: new Map(of?.jobs),
    audit: new Map(of?.audit),
    auditPlaces: new Map(of?.auditPlaces),
    sequences: new Map(of?.sequences),
    auditHeads: new Map(of?.auditHeads),
    subjects: new Map(of?.subjects),
    subjectLooks: new Map(of?.subjectLooks),
    counters: new Map(of?.counters),
    guardianConsents: new Map(of?.guardianConsents),
    rightsCases: new Map(of?.rightsCases),
    deletions: new Map(of?.deletions),
  };
}
