import type { PlatformCheckRow } from './PlatformCheckRow.js';
import type { AuditChainTable } from './privacy/AuditChainTable.js';
import type { CounterTable } from './privacy/CounterTable.js';
import type { DeletionTable } from './privacy/DeletionTable.js';
import type { GuardianConsentTable } from './privacy/GuardianConsentTable.js';
import type { RightsCaseTable } from './privacy/RightsCaseTable.js';
import type { SubjectTable } from './privacy/SubjectTable.js';
import type {
  ApiKeyRow,
  AttemptRow,
  AuditRow,
  ConsentRow,
  DataKeyRow,
  DayCount,
  OperatorRow,
  PartRow,
  ReferenceRow,
  SessionRow,
  VerdictRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
} from './rows.js';

/** What is asked of {@link SessionTable.list}. Newest first. */
export interface SessionFilter {
  readonly clientId?: string;
  readonly subject?: string;
  readonly referenceId?: string;
  readonly state?: SessionRow['state'];
  /** Only those whose verdict has this reason; `none` for verified or completed ones. */
  readonly reason?: string;
  /** Sessions issued before this one, for the next page. */
  readonly before?: { readonly issuedAtMs: number; readonly id: string };
  /** @default 50, at most 200 */
  readonly limit?: number;
}

/** A session with its verdict, where there is one. */
export interface SessionWithVerdict {
  readonly session: SessionRow;
  readonly verdict: VerdictRow | null;
}

/** Sessions under certain policies only: retention is a matter of the policy, and configured names change. */
export type PolicyNames = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** Whose data: those of people under 14, as far as they are known to be, or all others'. */
export type AgeGroup = 'children' | 'others';

export interface SessionTable {
  insert(row: SessionRow): Promise<void>;
  get(id: string): Promise<SessionRow | null>;
  /** The row, held against every other transaction until this one ends: read-then-write happens behind it. */
  getForUpdate(id: string): Promise<SessionRow | null>;
  update(id: string, changes: Partial<Omit<SessionRow, 'id' | 'clientId'>>): Promise<void>;
  list(filter: SessionFilter): Promise<readonly SessionWithVerdict[]>;
  /** Sessions in `issued` or `begun` whose `expiresAtMs` is at or before `atMs`, oldest first. */
  overdue(atMs: number, limit: number): Promise<readonly SessionRow[]>;
  /** Sessions in `completed` since before `beforeMs`, without a verdict: their job may be lost. */
  undecided(beforeMs: number, limit: number): Promise<readonly SessionRow[]>;
  /** Ended sessions (`decided` or `expired`) issued before `beforeMs`: their rows go for good. */
  endedBefore(
    beforeMs: number,
    limit: number,
    policies?: PolicyNames,
    ages?: AgeGroup,
  ): Promise<readonly SessionRow[]>;
  /** With its verdict, platform check, part rows and deliveries; its receipts stay, with a time of their own. Blobs and the data key are the caller's. Idempotent. */
  delete(id: string): Promise<void>;
  /**
   * Sessions issued in [fromMs, toMs), counted by UTC day, host kind (`unknown` where none was named) and outcome, in that
   * order. Open and undecided ones are left out.
   */
  countByDay(fromMs: number, toMs: number, clientId?: string): Promise<readonly DayCount[]>;
}

export interface PartTable {
  /** Inserts, or replaces the part of the same name; gives back the row that it replaced. */
  put(row: PartRow): Promise<PartRow | null>;
  get(sessionId: string, name: string): Promise<PartRow | null>;
  /** By name. */
  list(sessionId: string): Promise<readonly PartRow[]>;
  delete(sessionId: string, name: string): Promise<void>;
  /**
   * Parts of sessions in `decided` or `expired` that ended (`decidedAtMs`, else `expiresAtMs`) at or before `beforeMs`,
   * oldest first; `pictures` only names `picture-*`.
   */
  ofEndedSessions(
    beforeMs: number,
    kind: 'pictures' | 'others',
    limit: number,
    policies?: PolicyNames,
    ages?: AgeGroup,
  ): Promise<readonly PartRow[]>;
  /** Whether any part of any session lies at this key: a sweep of the blob store asks. */
  isReferenced(blobKey: string): Promise<boolean>;
}

export interface VerdictTable {
  /** False where the session has one already: the first one stands. */
  insertOnce(row: VerdictRow): Promise<boolean>;
  get(sessionId: string): Promise<VerdictRow | null>;
}

export interface ConsentTable {
  insert(row: ConsentRow): Promise<void>;
  get(receiptId: string): Promise<ConsentRow | null>;
  /** Of one person, oldest first. */
  list(clientId: string, subject: string): Promise<readonly ConsentRow[]>;
  /** All of a person that are not yet; how many there were. */
  withdraw(clientId: string, subject: string, atMs: number): Promise<number>;
  /** All of a person. */
  deleteOf(clientId: string, subject: string): Promise<number>;
  /** All of a session, also those that another one took the place of. */
  deleteOfSession(sessionId: string): Promise<number>;
  /** Receipts outlive their sessions: those recorded at or before then, oldest first. */
  recordedBefore(atMs: number, limit: number, ages?: AgeGroup): Promise<readonly ConsentRow[]>;
  delete(receiptId: string): Promise<void>;
}

/** What sessions that a platform decides need until they are. The session's own row is what is held. */
export interface PlatformCheckTable {
  insert(row: PlatformCheckRow): Promise<void>;
  get(sessionId: string): Promise<PlatformCheckRow | null>;
  update(
    sessionId: string,
    changes: Partial<Omit<PlatformCheckRow, 'sessionId' | 'platform' | 'identity'>>,
  ): Promise<void>;
  /** Idempotent. */
  delete(sessionId: string): Promise<void>;
}

export interface ReferenceTable {
  /** Inserts or replaces. */
  put(row: ReferenceRow): Promise<void>;
  get(clientId: string, id: string): Promise<ReferenceRow | null>;
  /** The row that is gone; `null` where there was none. */
  delete(clientId: string, id: string): Promise<ReferenceRow | null>;
  expired(atMs: number, limit: number): Promise<readonly ReferenceRow[]>;
  /** Of one person, by id. */
  listOf(clientId: string, subject: string): Promise<readonly ReferenceRow[]>;
  /** Enrolled, or replaced, at or before then: their class's time is over, whatever their own end says. Oldest first. */
  keptSince(atMs: number, limit: number, ages?: AgeGroup): Promise<readonly ReferenceRow[]>;
}

export interface DataKeyTable {
  insert(row: DataKeyRow): Promise<void>;
  get(id: string): Promise<DataKeyRow | null>;
  /** Puts the same key under another master key. */
  rewrap(id: string, wrapped: Uint8Array, masterKeyId: string): Promise<void>;
  /** Those that are not under this master key, for rotation. */
  notUnder(masterKeyId: string, limit: number): Promise<readonly DataKeyRow[]>;
  delete(id: string): Promise<void>;
}

export interface AttemptTable {
  /** Holds every listed scope against other transactions until this one ends; in a fixed order, so that two never wait for each other. */
  lock(scopes: readonly string[]): Promise<void>;
  insert(rows: readonly AttemptRow[]): Promise<void>;
  /** Open and failed tries of a scope since `sinceMs`, oldest first. */
  countedSince(scope: string, sinceMs: number): Promise<readonly AttemptRow[]>;
  settle(sessionId: string, state: 'failed' | 'passed'): Promise<void>;
  deleteBefore(atMs: number): Promise<number>;
  /** All of a scope. */
  deleteOfScope(scope: string): Promise<number>;
  /** Of a session, in every scope. */
  deleteOfSession(sessionId: string): Promise<number>;
}

export interface ProofTable {
  /** False where the proof was seen before. */
  insertOnce(id: string, expiresAtMs: number): Promise<boolean>;
  deleteExpired(atMs: number): Promise<number>;
}

export interface ApiKeyTable {
  insert(row: ApiKeyRow): Promise<void>;
  get(id: string): Promise<ApiKeyRow | null>;
  /** Oldest first. */
  list(clientId?: string): Promise<readonly ApiKeyRow[]>;
  /** From `atMs` on, which may lie ahead (rotation). False where there is no such key, or it ends as early already. */
  revoke(id: string, atMs: number): Promise<boolean>;
}

export interface WebhookTable {
  insertEndpoint(row: WebhookEndpointRow): Promise<void>;
  getEndpoint(id: string): Promise<WebhookEndpointRow | null>;
  /** Oldest first, disabled ones included. */
  listEndpoints(clientId: string): Promise<readonly WebhookEndpointRow[]>;
  disableEndpoint(clientId: string, id: string, atMs: number): Promise<boolean>;
  insertDelivery(row: WebhookDeliveryRow): Promise<void>;
  getDelivery(id: string): Promise<WebhookDeliveryRow | null>;
  updateDelivery(
    id: string,
    changes: Partial<Pick<WebhookDeliveryRow, 'state' | 'tries' | 'nextAtMs' | 'lastAnswer'>>,
  ): Promise<void>;
  /** Pending ones whose time has come, oldest first. */
  due(atMs: number, limit: number): Promise<readonly WebhookDeliveryRow[]>;
  /** Newest first. */
  dead(clientId: string, limit: number): Promise<readonly WebhookDeliveryRow[]>;
}

export interface OperatorTable {
  insert(row: OperatorRow): Promise<void>;
  get(id: string): Promise<OperatorRow | null>;
  getByName(name: string): Promise<OperatorRow | null>;
  /** By name. */
  list(): Promise<readonly OperatorRow[]>;
  update(
    id: string,
    changes: Partial<Pick<OperatorRow, 'passwordHash' | 'role' | 'disabledAtMs'>>,
  ): Promise<void>;
  /** Sign-ins of the console; the id is the hash of the cookie. */
  insertSignIn(row: { id: string; operatorId: string; expiresAtMs: number }): Promise<void>;
  getSignIn(id: string): Promise<{ operatorId: string; expiresAtMs: number } | null>;
  /** Moves the end of one that is there: whoever works stays signed in. Nothing where there is none. */
  extendSignIn(id: string, expiresAtMs: number): Promise<void>;
  deleteSignIn(id: string): Promise<void>;
  deleteSignInsBefore(atMs: number): Promise<number>;
}

/** Names of jobs and what they carry. A job may run twice: whoever handles one makes that harmless. */
export interface Jobs {
  judge: { readonly sessionId: string };
  platform: { readonly sessionId: string };
  notify: { readonly deliveryId: string };
  /** Deletes everything of a person, and again until nothing is left. */
  forget: { readonly deletionId: string };
}

export interface JobTable {
  /**
   * Part of the transaction: no job without its cause, no cause without its job. Of jobs with one `key` that still wait
   * for their start, one is enough: a sweep that runs again must not pile them up.
   */
  enqueue<K extends keyof Jobs>(
    name: K,
    data: Jobs[K],
    options?: { delayMs?: number; key?: string },
  ): Promise<void>;
  /** Takes away jobs about a session and its notices that wait, and those that are dead; one that runs ends by itself. How many. */
  dropOfSession(sessionId: string): Promise<number>;
}

export interface AuditTable {
  append(row: AuditRow): Promise<void>;
  /** Newest first. @default limit 100, at most 1000 */
  list(filter: {
    object?: string;
    action?: string;
    pseudonym?: string;
    limit?: number;
  }): Promise<readonly AuditRow[]>;
}

/**
 * All tables, inside of one transaction. Nothing outside of it may be awaited meanwhile: not the store again, nor a blob
 * store that lies in the same database. The SQL store refuses it at once instead of waiting for itself.
 */
export interface StoreTransaction {
  readonly sessions: SessionTable;
  readonly parts: PartTable;
  readonly verdicts: VerdictTable;
  readonly consents: ConsentTable;
  readonly platformChecks: PlatformCheckTable;
  readonly references: ReferenceTable;
  readonly dataKeys: DataKeyTable;
  readonly attempts: AttemptTable;
  readonly proofs: ProofTable;
  readonly apiKeys: ApiKeyTable;
  readonly webhooks: WebhookTable;
  readonly operators: OperatorTable;
  readonly jobs: JobTable;
  readonly audit: AuditTable;
  readonly subjects: SubjectTable;
  readonly guardianConsents: GuardianConsentTable;
  readonly rightsCases: RightsCaseTable;
  readonly deletions: DeletionTable;
  readonly auditChain: AuditChainTable;
  readonly counters: CounterTable;
}

/** Where sessions live: one SQL database. Everything happens in a transaction; a rejected `work` leaves nothing behind. */
export interface Store {
  readonly specificationVersion: 'v1';
  /**
   * Runs `work`, then commits. After a deadlock `work` runs again from its start, a few times: it keeps no state outside of
   * the transaction.
   *
   * @throws what `work` throws, after a rollback; HuotiError BUSY (retryable) where the database can't be reached or does
   *   not answer in time. Lost at the commit itself, it may have been done: whoever tries again finds that out.
   */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
}
