import type {
  AgeBand,
  Comparison,
  ConsentChoice,
  LegalGroundClaim,
  GateCode,
  HostFacts,
  PictureReference,
  PlanStep,
  RefusalReason,
  ServerSessionState,
  SessionPolicy,
  SignalReading,
  Assurance,
} from '@huoti/protocol';

/** One reveal as the server stamped it: what was committed before it, and when. */
export interface RevealStamp {
  readonly index: number;
  /** The chain's head that the client committed, hex. */
  readonly head: string;
  readonly frames: number;
  readonly pictures: number;
  /** The server's own time of the first arrival. */
  readonly atMs: number;
}

/** One session. Its id is random; everything a client may do with it hangs on its token and key. */
export interface SessionRow {
  readonly id: string;
  /** The API client (tenant) that created it; nobody else may see it. */
  readonly clientId: string;
  readonly subject: string | null;
  readonly referenceId: string | null;
  readonly policy: SessionPolicy;
  readonly state: ServerSessionState;
  readonly issuedAtMs: number;
  /** Not to be begun or completed after this. */
  readonly expiresAtMs: number;
  /** SHA-256 of the client's token, hex. */
  readonly tokenHash: string;
  /** RFC 7638 thumbprint of the client's key; `null` until the first proof binds it. */
  readonly clientKey: string | null;
  readonly receiptId: string | null;
  readonly begunAtMs: number | null;
  /** As the client said when it began; `null` before. */
  readonly mirroringKnown: boolean | null;
  /** The signed plan as it was handed out; `null` before. */
  readonly planJws: string | null;
  readonly planHash: string | null;
  /** All steps as they were drawn; the client has seen only as many as `reveals` says. */
  readonly steps: readonly PlanStep[] | null;
  readonly reveals: readonly RevealStamp[];
  /** Drawn at the last reveal; `null` before. */
  readonly requestedPictures: readonly PictureReference[] | null;
  readonly evidenceHash: string | null;
  readonly completedAtMs: number | null;
  readonly decidedAtMs: number | null;
  readonly host: HostFacts | null;
  /** The key that this session's parts are sealed with; `null` before the first part. */
  readonly dataKeyId: string | null;
  /** From the backend, else from the consent; `null` before. */
  readonly ageBand: AgeBand | null;
  /** From the backend; a consent may name another. */
  readonly guardianReceiptId: string | null;
  /** In the place of a consent; `null` where one is asked. */
  readonly legalGround: LegalGroundClaim | null;
}

/** One uploaded part: `manifest`, `chunk-<n>` or `picture-<chunk>-<index>`. Its bytes lie sealed in the blob store. */
export interface PartRow {
  readonly sessionId: string;
  readonly name: string;
  /** Of the plain bytes as they were sent, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly blobKey: string;
  readonly storedAtMs: number;
}

/** One check of the evidence: what stood there, what had to. */
export interface CheckReading {
  /** Short stable name, for example `hash-chain`. */
  readonly name: string;
  readonly pass: boolean;
  readonly got: string;
  readonly expected: string;
}

/** The one verdict of a session: written once. */
export interface VerdictRow {
  readonly sessionId: string;
  /** The signed result's `jti`. */
  readonly id: string;
  readonly clientId: string;
  readonly verified: boolean;
  readonly assurance: Assurance;
  /** `null` where everything held. */
  readonly reason: RefusalReason | null;
  readonly gate: GateCode | null;
  readonly light: boolean;
  readonly checks: readonly CheckReading[];
  readonly signals: Readonly<Record<string, SignalReading>>;
  readonly comparison: Comparison;
  readonly engine: { readonly version: string; readonly models: Readonly<Record<string, string>> };
  readonly decidedAtMs: number;
  /** CPU time of the recomputation, ms; `null` where nothing was recomputed. */
  readonly recomputeMs: number | null;
}

/** What a person agreed to, for one session. Never a face. */
export interface ConsentRow {
  readonly receiptId: string;
  readonly sessionId: string;
  readonly clientId: string;
  readonly subject: string | null;
  readonly level: 'none' | 'trace' | 'frames';
  readonly policyVersion: string;
  readonly textHash: string;
  /** SHA-256 of the inventory that the text was made from, hex. */
  readonly inventoryHash: string;
  readonly language: string;
  readonly choices: Readonly<Partial<Record<ConsentChoice, boolean>>>;
  readonly ageBand: AgeBand;
  /** The guardian's own receipt, for a minor. */
  readonly guardianReceiptId: string | null;
  readonly recordedAtMs: number;
  readonly withdrawnAtMs: number | null;
}

/** An enrolled face: its template only, sealed. */
export interface ReferenceRow {
  readonly clientId: string;
  /** The integrator's own id, unique within the client. */
  readonly id: string;
  /** Whose face it is; the id itself where the backend named nobody else. */
  readonly subject: string;
  /** The embedder's name; a template of another model can't be compared. */
  readonly model: string;
  /**
   * Row of `dataKeys`: the key of the turn that the template is kept under. Another key makes the old template worthless. `null` for a
   * template that was stored before there were turns: it is turned at its next use.
   */
  readonly turnKeyId: string | null;
  readonly template: Uint8Array;
  readonly dataKeyId: string;
  readonly createdAtMs: number;
  readonly replacedAtMs: number | null;
  /** `null`: kept until it is deleted. */
  readonly expiresAtMs: number | null;
}

/** A data key, wrapped by a master key. Destroying the row makes everything sealed with it unreadable. */
export interface DataKeyRow {
  readonly id: string;
  readonly wrapped: Uint8Array;
  readonly masterKeyId: string;
  readonly createdAtMs: number;
}

/** One try that counts, for one of the scopes it counts in. Open ones count as failed until they are decided. */
export interface AttemptRow {
  /** `subject:<client>:<subject>`, `reference:<client>:<id>` or `client:<client>`. */
  readonly scope: string;
  readonly sessionId: string;
  readonly state: 'open' | 'failed' | 'passed';
  readonly atMs: number;
}

/** One signed notice to an integrator's backend. */
export interface WebhookDeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly clientId: string;
  readonly sessionId: string;
  readonly event: 'session.decided' | 'session.expired';
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly tries: number;
  readonly nextAtMs: number;
  /** The last answer in a few words: a status, or what failed. Never a body. */
  readonly lastAnswer: string | null;
  readonly createdAtMs: number;
}

/** Where an integrator wants its notices. */
export interface WebhookEndpointRow {
  readonly id: string;
  readonly clientId: string;
  readonly url: string;
  /** Sealed with `dataKeyId`. */
  readonly secret: Uint8Array;
  readonly dataKeyId: string;
  readonly createdAtMs: number;
  readonly disabledAtMs: number | null;
}

/** What an API key may do. */
export const API_SCOPES = ['sessions', 'references', 'compare', 'webhooks', 'rights'] as const;
/** One of {@link API_SCOPES}. */
export type ApiScope = (typeof API_SCOPES)[number];

/** An API key; the key itself is shown once and never kept. */
export interface ApiKeyRow {
  readonly id: string;
  readonly clientId: string;
  /** SHA-256 of the key's secret half, hex: 256 random bits need no slow hash. */
  readonly secretHash: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
  readonly revokedAtMs: number | null;
}

/** A person who may look at the console. */
export interface OperatorRow {
  readonly id: string;
  readonly name: string;
  /** argon2id, PHC string. */
  readonly passwordHash: string;
  readonly role: 'viewer' | 'reviewer';
  readonly createdAtMs: number;
  readonly disabledAtMs: number | null;
}

/** One line of the audit log. */
export interface AuditRow {
  readonly atMs: number;
  /** `operator:<id>`, `key:<id>`, `client:<session>` or `system`. */
  readonly actor: string;
  /** Noun-action, for example `picture-view`. */
  readonly action: string;
  readonly object: string;
  /** Whom it is about: HMAC of the subject under a key of the subject's own, hex; `null` where it is about nobody. */
  readonly pseudonym: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** One count of the console's overview. */
export interface DayCount {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly host: string;
  /**
   * `verified`, `completed` (no refusal, and not verified), a refusal reason, or for sessions that ended without a verdict
   * `dropped:issued` (never begun) and `dropped:begun`.
   */
  readonly outcome: string;
  readonly count: number;
}
