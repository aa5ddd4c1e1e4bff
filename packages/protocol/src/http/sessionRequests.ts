import { Type, type Static } from '@sinclair/typebox';
import { PlanStepSchema, SessionPolicySchema } from '../plan/LivenessPlan.js';
import { PlatformIdentitySchema } from './platformRequests.js';
import { AGE_BANDS } from '../privacy/ageBands.js';
import type { ConsentChoice } from '../privacy/consentChoices.js';
import { LEGAL_GROUNDS } from '../privacy/legalGrounds.js';
import { LegalGroundSchema } from '../privacy/LegalGroundClaim.js';
import { HostFactsSchema, HostKindSchema } from '../session/HostFacts.js';
import { EpochMsSchema, IdentifierSchema, Sha256HexSchema, SubjectSchema } from '../session/identifiers.js';
import { SESSION_STATES } from '../session/SessionState.js';

const strict = { additionalProperties: false } as const;
const literals = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));

/** Kinds of hosts that a session is refused on, whatever they ask. */
const RefusedHostsSchema = Type.Array(HostKindSchema, { maxItems: 16 });

/** `POST /v1/sessions`, by the integrator's backend. */
export const CreateSessionRequestSchema = Type.Object(
  {
    /** A policy that the server's configuration allows by name. @default "default" */
    policy: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9][a-z0-9-]*$' })),
    /** Whom the tries are counted for. */
    subject: Type.Optional(SubjectSchema),
    /** An enrolled face to compare with. */
    referenceId: Type.Optional(SubjectSchema),
    /** RFC 7638 thumbprint of the client's key, where the backend knows it; otherwise the first proof binds the token. */
    clientKeyThumbprint: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })),
    /** Whom a platform has to verify: with a policy of that kind, and with no other. */
    identity: Type.Optional(PlatformIdentitySchema),
    /** How old the person is, where the backend knows it: then nobody is asked. @default asked on the screen */
    ageBand: Type.Optional(literals(AGE_BANDS)),
    /** The receipt of the guardian's consent, for a minor: `POST /v1/guardian-consents`. */
    guardianReceiptId: Type.Optional(IdentifierSchema),
    /** Only a ground that the server's settings allow by name. @default the person's consent */
    legalGround: Type.Optional(LegalGroundSchema),
  },
  strict,
);
/** What {@link CreateSessionRequestSchema} describes. */
export type CreateSessionRequest = Static<typeof CreateSessionRequestSchema>;

/** The answer to {@link CreateSessionRequestSchema}. The token is shown once and is worth nothing without the client's key. */
export const CreateSessionResponseSchema = Type.Object(
  {
    sessionId: IdentifierSchema,
    clientToken: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    expiresAtMs: EpochMsSchema,
    policy: SessionPolicySchema,
    /** Kinds of hosts on which this session can't run, as in the session's view. */
    refusedHosts: RefusedHostsSchema,
  },
  strict,
);
/** What {@link CreateSessionResponseSchema} describes. */
export type CreateSessionResponse = Static<typeof CreateSessionResponseSchema>;

/** `POST /v1/sessions/{id}/consent`, by the client. */
export const ConsentRequestSchema = Type.Object(
  {
    /** What the person agreed to let leave the device; must reach the policy's evidence level. */
    level: literals(['none', 'trace', 'frames'] as const),
    policyVersion: Type.String({ pattern: '^[A-Za-z0-9.-]{1,32}$' }),
    /** SHA-256 of the text that was shown. */
    textHash: Sha256HexSchema,
    /** SHA-256 of the inventory that the text was made from. */
    inventoryHash: Sha256HexSchema,
    language: Type.String({ pattern: '^[A-Za-z0-9-]{2,35}$' }),
    /** Each question that was shown, with its answer; one that was not shown is left out. */
    choices: Type.Object(
      {
        liveness: Type.Optional(Type.Boolean()),
        trace: Type.Optional(Type.Boolean()),
        frames: Type.Optional(Type.Boolean()),
        comparison: Type.Optional(Type.Boolean()),
      } satisfies Record<ConsentChoice, unknown>,
      strict,
    ),
    /** As the person said; left out where the backend had said so before. */
    ageBand: Type.Optional(literals(AGE_BANDS)),
    /** For a minor, unless the backend named it at the session's creation. */
    guardianReceiptId: Type.Optional(IdentifierSchema),
  },
  strict,
);
/** What {@link ConsentRequestSchema} describes. */
export type ConsentRequest = Static<typeof ConsentRequestSchema>;

/** The answer to {@link ConsentRequestSchema}. */
export const ConsentResponseSchema = Type.Object(
  { receiptId: IdentifierSchema, recordedAtMs: EpochMsSchema },
  strict,
);
/** What {@link ConsentResponseSchema} describes. */
export type ConsentResponse = Static<typeof ConsentResponseSchema>;

/** `POST /v1/sessions/{id}/plan`, by the client, once models are loaded and the camera is open. */
export const BeginRequestSchema = Type.Object(
  {
    /** Whether it is known if the camera mirrors; where not, turns are asked without a side. */
    mirroringKnown: Type.Boolean(),
    /**
     * Whether the screen can light the face and the person lets it. Why not is nobody's business: who asked for reduced motion
     * is told apart from nobody.
     * @default false
     */
    light: Type.Optional(Type.Boolean()),
    host: HostFactsSchema,
  },
  strict,
);
/** What {@link BeginRequestSchema} describes. */
export type BeginRequest = Static<typeof BeginRequestSchema>;

/** The answer to {@link BeginRequestSchema}. */
export const BeginResponseSchema = Type.Object(
  {
    /** Compact JWS, `typ: huoti-plan+jwt`; its payload's member `plan` is the plan, steps left out where they are revealed later. */
    plan: Type.String({ minLength: 16, maxLength: 8192, pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$' }),
  },
  strict,
);
/** What {@link BeginResponseSchema} describes. */
export type BeginResponse = Static<typeof BeginResponseSchema>;

/** `POST /v1/sessions/{id}/steps`, by the client: commits what was recorded so far, asks for what comes next. */
export const RevealRequestSchema = Type.Object(
  {
    /** Which chunk is committed, from 0; the answer reveals the step of the same number. */
    index: Type.Integer({ minimum: 0, maximum: 16 }),
    /** The chain's head after that chunk, h_(index+1). */
    head: Sha256HexSchema,
    /** Frames and pictures in that chunk: what the server picks from before it has seen any of it. */
    frames: Type.Integer({ minimum: 0, maximum: 4096 }),
    pictures: Type.Integer({ minimum: 0, maximum: 512 }),
    /** The scene is too bright for a screen to show on a face: where light comes next, an action takes its place. @default false */
    tooBright: Type.Optional(Type.Boolean()),
  },
  strict,
);
/** What {@link RevealRequestSchema} describes. */
export type RevealRequest = Static<typeof RevealRequestSchema>;

/** One picture of the evidence: which chunk's list it stands in, and where. */
export const PictureReferenceSchema = Type.Object(
  {
    chunk: Type.Integer({ minimum: 0, maximum: 16 }),
    index: Type.Integer({ minimum: 0, maximum: 511 }),
  },
  strict,
);
/** What {@link PictureReferenceSchema} describes. */
export type PictureReference = Static<typeof PictureReferenceSchema>;

/** The answer to {@link RevealRequestSchema}: the next step, or, after the last chunk, which pictures to send (none at level trace). */
export const RevealResponseSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('step'), index: Type.Integer({ minimum: 0, maximum: 16 }), step: PlanStepSchema },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('pictures'), pictures: Type.Array(PictureReferenceSchema, { maxItems: 12 }) },
    strict,
  ),
]);
/** What {@link RevealResponseSchema} describes. */
export type RevealResponse = Static<typeof RevealResponseSchema>;

/** The answer to `PUT /v1/sessions/{id}/evidence/{part}` (a body of plain bytes, with a `Content-Digest`). */
export const PartResponseSchema = Type.Object(
  {
    part: Type.String({ maxLength: 32 }),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Sha256HexSchema,
  },
  strict,
);
/** What {@link PartResponseSchema} describes. */
export type PartResponse = Static<typeof PartResponseSchema>;

/** `POST /v1/sessions/{id}/complete`, by the client. */
export const CompleteRequestSchema = Type.Object({ evidenceHash: Sha256HexSchema }, strict);
/** What {@link CompleteRequestSchema} describes. */
export type CompleteRequest = Static<typeof CompleteRequestSchema>;

/** `POST /v1/sessions/{id}/outcome`, by the client at level none: its own word, signed as no more than that. */
export const OutcomeRequestSchema = Type.Object(
  {
    status: literals(['completed', 'failed'] as const),
    reason: Type.Optional(Type.String({ pattern: '^[A-Z_]{2,40}$' })),
    gate: Type.Optional(Type.String({ pattern: '^[a-z-]{2,40}$' })),
    durationMs: Type.Integer({ minimum: 0, maximum: 600_000 }),
  },
  strict,
);
/** What {@link OutcomeRequestSchema} describes. */
export type OutcomeRequest = Static<typeof OutcomeRequestSchema>;

/** What a client may know of its session: `GET /v1/sessions/{id}` and the answers to complete and outcome. */
export const SessionViewSchema = Type.Object(
  {
    sessionId: IdentifierSchema,
    state: literals(SESSION_STATES),
    policy: SessionPolicySchema,
    expiresAtMs: EpochMsSchema,
    consented: Type.Boolean(),
    /** The ground in law that stands in the consent's place; `null` where a consent is asked. */
    legalGround: Type.Union([Type.Null(), literals(LEGAL_GROUNDS)]),
    /**
     * Kinds of hosts on which this session is refused with HOST_FORBIDS, by its level of evidence and the operator's clearances:
     * for a client to know before it opens a camera.
     */
    refusedHosts: RefusedHostsSchema,
    /** Parts of the evidence that have arrived: where an upload goes on after a bad network. */
    parts: Type.Array(PartResponseSchema, { maxItems: 40 }),
    /** `null` before there is one. */
    outcome: Type.Union([
      Type.Null(),
      Type.Object(
        {
          status: literals(['completed', 'failed'] as const),
          /** Only what a person can mend by trying differently; `null` otherwise. */
          reason: Type.Union([Type.String({ maxLength: 40 }), Type.Null()]),
          gate: Type.Union([Type.String({ maxLength: 40 }), Type.Null()]),
          retryAfterS: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]),
        },
        strict,
      ),
    ]),
  },
  strict,
);
/** What {@link SessionViewSchema} describes. */
export type SessionView = Static<typeof SessionViewSchema>;
