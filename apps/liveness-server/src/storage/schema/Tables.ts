import type {
  ApiKeyRow,
  AttemptRow,
  AuditRow,
  ConsentRow,
  DataKeyRow,
  OperatorRow,
  PartRow,
  PlatformCheckRow,
  ReferenceRow,
  SessionRow,
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
  sessions: WithJson<SessionRow, 'policy' | 'steps' | 'reveals' | 'requestedPictures' | 'host'> & {
    policyName: string;
    hostKind: string | null;
  };
  parts: PartRow;
  verdicts: WithJson<VerdictRow, 'checks' | 'signals' | 'comparison' | 'engine'>;
  consents: ConsentRow;
  platformChecks: PlatformCheckRow;
  faceReferences: ReferenceRow;
  dataKeys: DataKeyRow;
  attempts: AttemptRow;
  proofs: { id: string; expiresAtMs: number };
  apiKeys: WithJson<ApiKeyRow, 'scopes'>;
  webhookEndpoints: WebhookEndpointRow;
  webhookDeliveries: WebhookDeliveryRow;
  operators: OperatorRow;
  signIns: { id: string; operatorId: string; expiresAtMs: number };
  auditEntries: WithJson<AuditRow, 'facts'> & { seq: Generated<number> };
  blobs: { key: string; bytes: Uint8Array; writtenAtMs: number };
}
