import { Type, type Static } from '@sinclair/typebox';
import { SessionPolicySchema } from '../plan/LivenessPlan.js';
import { LegalGroundSchema } from '../privacy/LegalGroundClaim.js';
import { HostFactsSchema } from '../session/HostFacts.js';
import { IdentifierSchema, Sha256HexSchema } from '../session/identifiers.js';
import { ASSURANCES } from './Assurance.js';

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const seconds = Type.Integer({ minimum: 0 });
const score = Type.Number({ minimum: 0, maximum: 1 });

/** How the session's face compared with the reference. */
export const ComparisonSchema = Type.Object(
  {
    performed: Type.Boolean(),
    /** `null` where it was not performed, as for all that follow. */
    same: orNull(Type.Boolean()),
    similarity: orNull(score),
    threshold: orNull(score),
    /** The share of different people who would be called the same at this threshold. */
    far: orNull(score),
  },
  strict,
);
/** What {@link ComparisonSchema} describes. */
export type Comparison = Static<typeof ComparisonSchema>;

/** The payload of a signed result (JWS, `typ: huoti-result+jwt`, ES256 unless configured otherwise). */
export const ResultClaimsSchema = Type.Object(
  {
    iss: Type.String({ maxLength: 256 }),
    /** The API client that created the session. */
    aud: Type.String({ maxLength: 128 }),
    /** The verdict's own id: the same at every fetch. */
    jti: IdentifierSchema,
    iat: seconds,
    /** Ten minutes after `iat`. */
    exp: seconds,
    sid: IdentifierSchema,
    /** The subject that the backend named; `null` without one. */
    sub: orNull(Type.String({ maxLength: 128 })),
    verified: Type.Boolean(),
    assurance: Type.Union(ASSURANCES.map((value) => Type.Literal(value as (typeof ASSURANCES)[number]))),
    /** `null` where the session completed. */
    reason: orNull(Type.String({ maxLength: 40 })),
    level: Type.Union([Type.Literal('none'), Type.Literal('trace'), Type.Literal('frames')]),
    policy: SessionPolicySchema,
    planHash: orNull(Sha256HexSchema),
    evidenceHash: orNull(Sha256HexSchema),
    host: orNull(HostFactsSchema),
    engine: Type.Object(
      { version: Type.String({ maxLength: 64 }), models: Type.Record(Type.String(), Type.String()) },
      strict,
    ),
    /** Whether the screen lit the face. */
    light: Type.Boolean(),
    signals: Type.Record(
      Type.String(),
      Type.Union([
        Type.Object({ kind: Type.Literal('measured'), score }, strict),
        Type.Object({ kind: Type.Literal('unavailable'), reason: Type.String({ maxLength: 64 }) }, strict),
      ]),
    ),
    comparison: ComparisonSchema,
    consent: orNull(
      Type.Object({ receiptId: IdentifierSchema, policyVersion: Type.String({ maxLength: 32 }) }, strict),
    ),
    /** What stood in the consent's place; `null` where there was a consent. */
    legalGround: orNull(LegalGroundSchema),
  },
  strict,
);
/** What {@link ResultClaimsSchema} describes. */
export type ResultClaims = Static<typeof ResultClaimsSchema>;
