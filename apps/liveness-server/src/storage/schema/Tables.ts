import type {
  ApiKeyRow,
  AttemptRow,
  AuditHeadRow,
  AuditRow,
  ConsentRow,
  CounterRow,
  DataKeyRow,
  DeletionRow,
  GuardianConsentRow,
  OperatorRow,
  PartRow,
  PlatformCheckRow,
  ReferenceRow,
  RightsCaseRow,
  SessionRow,
  SubjectRow,
  VerdictRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from '@huoti/server';
import type { ColumnType, Generated } from 'kysely';

type JsonColumn<T> = null extends T
  ? ColumnType<T, string | null, string | null>
  : ColumnType<T, string, string>;
/** A row whose columns `K` are JSON: written as text, read as what they hold. */
type WithJson<Row, K extends keyof Row> = Omit<Row, K> & { [P in K]: JsonColumn<Row[P]> };

/**
 * The tables as the query builder sees them: the ports' own rows, their names in camel case here and in snake case in SQL.
 * Columns that only the database needs stand beside.
 */
export interface Tables {
  sessions: WithJson<
    SessionRow,
    'policy' | 'steps' | 'reveals' | 'requestedPictures' | 'host' | 'legalGround'
  > & {
    policyName: string;
    hostKind: string | null;
  };
  parts: PartRow;
  verdicts: WithJson<VerdictRow, 'checks' | 'signals' | 'comparison' | 'engine'>;
  consents: WithJson<ConsentRow, 'choices'>;
  platformChecks: PlatformCheckRow;
  /** Without a subject where the release before wrote the row: it is the id then. */
  faceReferences: Omit<ReferenceRow, 'subject'> & { subject: string | null };
  dataKeys: DataKeyRow;
  attempts: AttemptRow;
  proofs: { id: string; expiresAtMs: number };
  apiKeys: WithJson<ApiKeyRow, 'scopes'>;
  webhookEndpoints: WebhookEndpointRow;
  webhookDeliveries: WebhookDeliveryRow;
  operators: OperatorRow;
  signIns: { id: string; operatorId: string; expiresAtMs: number };
  /** `seq` is the number of the row, `chainSeq` its place in the chain. */
  auditEntries: WithJson<AuditRow, 'facts'> & {
    seq: Generated<number>;
    chainSeq: Generated<number | null>;
    chainHash: Generated<string | null>;
  };
  auditHeads: AuditHeadRow;
  /** `lookedAtMs`: when a sweep last looked whether anything is kept about the person. */
  subjects: SubjectRow & { lookedAtMs: number };
  counters: CounterRow;
  guardianConsents: GuardianConsentRow;
  rightsCases: RightsCaseRow;
  deletions: WithJson<DeletionRow, 'counts'>;
  blobs: { key: string; bytes: Uint8Array; writtenAtMs: number };
}
