import {
  AGE_BANDS,
  ASSURANCES,
  EpochMsSchema,
  HostFactsSchema,
  LEGAL_GROUNDS,
  RIGHTS_KINDS,
  SESSION_STATES,
} from '@huoti/protocol';
import { RETENTION_CLASSES, type RetentionTimes } from '@huoti/privacy';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { ChoicesSchema } from '../ChoicesSchema.js';
import { ARCHIVE_LEFT_OUT } from './archiveLeftOut.js';

const strict = { additionalProperties: false } as const;
const text = Type.String({ maxLength: 128 });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));
const level = oneOf(['none', 'trace', 'frames'] as const);
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** One piece of the evidence of a session: the file that holds it, or why there is none. */
const EvidenceSchema = Type.Object(
  {
    name: text,
    kind: oneOf(['picture', 'trace', 'manifest'] as const),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: hash,
    storedAtMs: EpochMsSchema,
    /** Its path in the archive; `null` where it is left out. */
    file: orNull(Type.String({ maxLength: 200 })),
    leftOut: orNull(oneOf(ARCHIVE_LEFT_OUT)),
  },
  strict,
);

const SessionSchema = Type.Object(
  {
    id: text,
    policy: text,
    evidenceLevel: level,
    state: oneOf(SESSION_STATES),
    issuedAtMs: EpochMsSchema,
    begunAtMs: orNull(EpochMsSchema),
    completedAtMs: orNull(EpochMsSchema),
    decidedAtMs: orNull(EpochMsSchema),
    outcome: oneOf(['verified', 'completed', 'refused', 'none'] as const),
    /** Only reasons that a person can do something about; `null` with `reasonWithheld` for the others. */
    reason: orNull(text),
    reasonWithheld: Type.Boolean(),
    assurance: orNull(oneOf(ASSURANCES)),
    /** Whether the face was compared with an enrolled one, and found the same; `null` where it was not compared. */
    sameFace: orNull(Type.Boolean()),
    models: Type.Record(Type.String(), Type.String()),
    host: orNull(HostFactsSchema),
    ageBand: orNull(oneOf(AGE_BANDS)),
    receiptId: orNull(text),
    legalGround: orNull(oneOf(LEGAL_GROUNDS)),
    evidence: Type.Array(EvidenceSchema),
  },
  strict,
);

const ConsentSchema = Type.Object(
  {
    receiptId: text,
    sessionId: text,
    level,
    policyVersion: text,
    /** Key of `notices`, where the text can still be made. */
    textHash: text,
    inventoryHash: text,
    language: text,
    choices: ChoicesSchema,
    ageBand: oneOf(AGE_BANDS),
    recordedAtMs: EpochMsSchema,
    withdrawnAtMs: orNull(EpochMsSchema),
  },
  strict,
);

const GuardianConsentSchema = Type.Object(
  {
    receiptId: text,
    level,
    policyVersion: text,
    textHash: text,
    language: text,
    signedAtMs: EpochMsSchema,
    recordedAtMs: EpochMsSchema,
    expiresAtMs: orNull(EpochMsSchema),
    withdrawnAtMs: orNull(EpochMsSchema),
  },
  strict,
);

const ReferenceSchema = Type.Object(
  {
    id: text,
    model: text,
    createdAtMs: EpochMsSchema,
    replacedAtMs: orNull(EpochMsSchema),
    expiresAtMs: orNull(EpochMsSchema),
  },
  strict,
);

const CaseSchema = Type.Object(
  {
    id: text,
    kind: oneOf(RIGHTS_KINDS),
    state: oneOf(['open', 'running', 'done', 'refused'] as const),
    receivedAtMs: EpochMsSchema,
    dueAtMs: EpochMsSchema,
    closedAtMs: orNull(EpochMsSchema),
  },
  strict,
);

const LogEntrySchema = Type.Object(
  { atMs: EpochMsSchema, by: oneOf(['you', 'backend', 'operator', 'service'] as const), action: text },
  strict,
);

/** `data.json` of an archive, version 1: everything that is kept of one person, as a machine reads it. */
export const ArchiveDataSchema = Type.Object(
  {
    format: Type.Literal('huoti-archive'),
    version: Type.Literal(1),
    madeAtMs: EpochMsSchema,
    operator: Type.Object({ name: Type.String(), contact: Type.String() }, strict),
    /** In force when it was made. */
    policyVersion: text,
    timeZone: text,
    subject: text,
    ageBand: orNull(oneOf(AGE_BANDS)),
    knownSinceMs: EpochMsSchema,
    restrictedAtMs: orNull(EpochMsSchema),
    withdrawnAtMs: orNull(EpochMsSchema),
    /** How long each class is kept of this person, in ms. */
    retentionMs: Type.Unsafe<RetentionTimes>(
      Type.Object(
        Object.fromEntries(RETENTION_CLASSES.map((one) => [one, Type.Number({ minimum: 0 })])),
        strict,
      ),
    ),
    sessions: Type.Array(SessionSchema),
    consents: Type.Array(ConsentSchema),
    guardianConsents: Type.Array(GuardianConsentSchema),
    /** The texts that were agreed to, by their SHA-256. */
    notices: Type.Record(hash, Type.String()),
    references: Type.Array(ReferenceSchema),
    cases: Type.Array(CaseSchema),
    /** Newest first. */
    log: Type.Array(LogEntrySchema),
    /** Whether older entries are kept than the ones here. */
    logIsCut: Type.Boolean(),
  },
  strict,
);
/** What {@link ArchiveDataSchema} describes. */
export type ArchiveData = Static<typeof ArchiveDataSchema>;
/** One session of it. */
export type ArchiveSession = ArchiveData['sessions'][number];
