import type { Deployment, WorkingCalendar } from '@huoti/privacy';
import type { Action, LegalGround, Platform, RefusalReason, SessionPolicy } from '@huoti/protocol';

/** How many tries of one scope may fail, or be open, before the next is refused. */
export interface AttemptLimits {
  /** @default 5 */
  readonly perHour: number;
  /** @default 15 */
  readonly perDay: number;
}

/** How long what is kept, in ms, counted from the end of a session. 0: gone at the end itself. */
export interface RetentionSettings {
  /** Pictures of a face. @default 86,400,000: a day */
  readonly picturesMs: number;
  /** The rest of the evidence: chunks of the trace and the manifest. @default 7 days */
  readonly evidenceMs: number;
  /** Session, verdict, receipt and deliveries; from the time of issue. @default 90 days */
  readonly rowsMs: number;
}

/** One policy as the operator configured it. What a client is told stands in `policy`; the rest is the server's own. */
export interface PolicySettings {
  readonly policy: SessionPolicy;
  /**
   * Whose own verification decides such a session; it is asked from server to server. Goes with evidence level none and no light.
   * @default none: huoti's own engine
   */
  readonly platform?: Platform;
  /** Exactly these actions in this order, for a recording whose actions are known. @default drawn anew for each session */
  readonly actions?: readonly Action[];
  /** How many actions are drawn, 1 to 6. @default 3, and one more without light */
  readonly actionCount?: number;
  /** Window of each step, in ms. @default 6000 */
  readonly stepTimeoutMs?: number;
  /** How long a usable face is looked for, in ms. @default 15000 */
  readonly faceSearchMs?: number;
  /** The whole session from the first frame, in ms. @default 30000 */
  readonly totalMs?: number;
  /** How long the face may be out of sight, in ms. @default 2000 */
  readonly faceLostMs?: number;
  /** Signals that have to be measured. @default none: there is none yet */
  readonly requiredSignals?: readonly string[];
  /** Instead of the service's own. */
  readonly attempts?: AttemptLimits;
  /** Instead of the service's own. */
  readonly retention?: RetentionSettings;
}

/** How long things last and how large they may be. */
export interface ServerLimits {
  /** From issue to begin, in ms. @default 600,000 */
  readonly beginWithinMs: number;
  /** From begin to the first reveal, in ms. @default 30,000: protocol.md */
  readonly firstRevealWithinMs: number;
  /** From begin to completion, uploads included, in ms. @default 300,000 */
  readonly completeWithinMs: number;
  /** How long a signed result may be presented, in ms. @default 600,000 */
  readonly resultLifetimeMs: number;
  /** A session without a verdict for this long has its job enqueued again, in ms. @default 300,000 */
  readonly judgeAgainAfterMs: number;
  /** Evidence that could not be read or recomputed for this long gets a refusing verdict, in ms. @default 86,400,000 */
  readonly judgeGiveUpMs: number;
  /** From the begin of a session that a platform decides to its completion: a person on the platform's screen, in ms. @default 900,000 */
  readonly platformWithinMs: number;
  /** A completed session whose platform gave no answer for this long gets a refusing verdict, in ms. @default 600,000 */
  readonly platformGiveUpMs: number;
  /** @default 262,144 */
  readonly chunkBytes: number;
  /** @default 40,960 */
  readonly pictureBytes: number;
  /** @default 16,384 */
  readonly manifestBytes: number;
  /** Parts of one session. @default 30 */
  readonly parts: number;
  /** A picture to enrol or to compare. @default 10,485,760 */
  readonly stillBytes: number;
}

/** Where notices may go, and how often they are tried. */
export interface WebhookSettings {
  /** Host names, `*.example.com` for all below one. Nothing is sent to any other. @default none */
  readonly allowedHosts: readonly string[];
  /** Whether targets inside the own network are allowed. @default false */
  readonly allowPrivateAddresses: boolean;
  /** Whether `http:` is allowed, for an own network that ends TLS elsewhere. @default false */
  readonly allowHttp: boolean;
  /** After this many failures a notice is dead. @default 8 */
  readonly maxTries: number;
  /** Wait after the first failure, in ms; it doubles with each. @default 10,000 */
  readonly firstRetryMs: number;
  /** Longest wait, in ms. @default 3,600,000 */
  readonly longestRetryMs: number;
  /** Endpoints of one client. @default 5 */
  readonly endpointsPerClient: number;
}

/** The whole configuration of the functions of this package. Made by `createServerSettings`, which checks it. */
export interface ServerSettings {
  /** `iss` of everything that is signed: the service's own URL. */
  readonly issuer: string;
  /** By name; each policy's own name is its key. */
  readonly policies: Readonly<Record<string, PolicySettings>>;
  /** Names that a session may ask for. A policy that is not in here is not signed, however well it is defined. */
  readonly allowedPolicies: readonly string[];
  /** Platforms that this service is connected to: a policy of another one can't be allowed. @default none */
  readonly platforms: readonly Platform[];
  /** For each subject and each reference face. */
  readonly attempts: AttemptLimits;
  /** For all sessions of a client that name neither a subject nor a reference. @default as `attempts` */
  readonly unnamedAttempts: AttemptLimits;
  readonly retention: RetentionSettings;
  readonly limits: ServerLimits;
  readonly webhooks: WebhookSettings;
  /** Reasons that the client itself is told, because a person can mend them. All others are told to the backend alone. */
  readonly clientReasons: readonly RefusalReason[];
  /**
   * The contract or approval by which this operator may take pictures of faces on a page inside a WeChat mini-program: 1 to 128
   * characters. Without one such sessions are refused; with one, each is written into the audit log with it. @default null
   */
  readonly wechatFaceClearance: string | null;
  /** What this operator says of its service to people: the same that its pages show. @default DEFAULT_DEPLOYMENT, which names nobody */
  readonly privacy: Deployment;
  /** Grounds in law that a session may name in the place of a person's consent. @default none */
  readonly legalGrounds: readonly LegalGround[];
  /** Days on which requests of people are worked on. @default DEFAULT_CALENDAR: Monday to Friday */
  readonly calendar: WorkingCalendar;
  /**
   * From how many people with a stored face on an authority has to be told.
   * @default 100,000: Measures for the Security Management of Facial Recognition Technology, in force 2025-06-01, article 15
   */
  readonly filingThreshold: number;
  /** Written into each result. */
  readonly engineVersion: string;
}
