import { Type, type Static } from '@sinclair/typebox';
import { FileReferenceSchema } from '../privacy/LegalGroundClaim.js';
import { EpochMsSchema, IdentifierSchema, Sha256HexSchema, SubjectSchema } from '../session/identifiers.js';

const strict = { additionalProperties: false } as const;
const epochOrNull = Type.Union([EpochMsSchema, Type.Null()]);

const consented = {
  /** The minor, by the name that sessions have too. */
  subject: SubjectSchema,
  /** Your own word for the guardian: opaque to huoti, never a name or a number of an identity card. */
  guardian: SubjectSchema,
  /** Where the signed paper lies with you. */
  document: FileReferenceSchema,
  /** How far the guardian lets data go: sessions up to this level. */
  level: Type.Union([Type.Literal('none'), Type.Literal('trace'), Type.Literal('frames')]),
  policyVersion: Type.String({ pattern: '^[A-Za-z0-9.-]{1,32}$' }),
  /** SHA-256 of the notice that the guardian signed: that of this level, with the question about comparison or without it. */
  textHash: Sha256HexSchema,
  language: Type.String({ pattern: '^[A-Za-z0-9-]{2,35}$' }),
  signedAtMs: EpochMsSchema,
};

/** `POST /v1/guardian-consents`, by the operator's backend: a guardian's written consent for a minor. */
export const GuardianConsentRequestSchema = Type.Object(
  {
    ...consented,
    /** From when on it has to be given again. @default until it is taken back */
    expiresAtMs: Type.Optional(EpochMsSchema),
  },
  strict,
);
/** What {@link GuardianConsentRequestSchema} describes. */
export type GuardianConsentRequest = Static<typeof GuardianConsentRequestSchema>;

/** The answer to {@link GuardianConsentRequestSchema}: the receipt that a session of the minor names. */
export const GuardianConsentResponseSchema = Type.Object(
  { receiptId: IdentifierSchema, recordedAtMs: EpochMsSchema },
  strict,
);
/** What {@link GuardianConsentResponseSchema} describes. */
export type GuardianConsentResponse = Static<typeof GuardianConsentResponseSchema>;

/** The answer to `GET /v1/guardian-consents?subject=...`: all that were recorded for a minor, oldest first. */
export const GuardianConsentListSchema = Type.Object(
  {
    consents: Type.Array(
      Type.Object(
        {
          receiptId: IdentifierSchema,
          ...consented,
          recordedAtMs: EpochMsSchema,
          expiresAtMs: epochOrNull,
          withdrawnAtMs: epochOrNull,
        },
        strict,
      ),
    ),
  },
  strict,
);
/** What {@link GuardianConsentListSchema} describes. */
export type GuardianConsentList = Static<typeof GuardianConsentListSchema>;
