import { AGE_BANDS, ASSURANCES, EpochMsSchema, SubjectSchema } from '@huoti/protocol';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { ChoicesSchema } from '../ChoicesSchema.js';
import { PORTABLE_LIMITS } from './portableLimits.js';

const strict = { additionalProperties: false } as const;
const text = Type.String({ maxLength: 128 });
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));
const level = oneOf(['none', 'trace', 'frames'] as const);

const PortableReferenceSchema = Type.Object(
  {
    id: SubjectSchema,
    /** `name@version`. */
    model: Type.String({ maxLength: 64, pattern: '^[a-z0-9][a-z0-9._+-]*@[0-9]+$' }),
    createdAtMs: EpochMsSchema,
    expiresAtMs: orNull(EpochMsSchema),
    /** Base64 of 32-bit floats, little-endian, of length 1 together; `null` in the form that is not sealed. */
    template: orNull(
      Type.String({ maxLength: PORTABLE_LIMITS.templateCharacters, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    ),
  },
  strict,
);

const PortableConsentSchema = Type.Object(
  {
    recordedAtMs: EpochMsSchema,
    withdrawnAtMs: orNull(EpochMsSchema),
    level,
    policyVersion: text,
    textHash: text,
    language: text,
    choices: ChoicesSchema,
  },
  strict,
);

const PortableSessionSchema = Type.Object(
  {
    issuedAtMs: EpochMsSchema,
    decidedAtMs: orNull(EpochMsSchema),
    evidenceLevel: level,
    outcome: oneOf(['verified', 'completed', 'refused', 'none'] as const),
    assurance: orNull(oneOf(ASSURANCES)),
  },
  strict,
);

/** `huoti-portable+json`, version 1: what a person carries to another operator. docs/portable-format.md has it in words. */
export const PortableDocumentSchema = Type.Object(
  {
    format: Type.Literal('huoti-portable'),
    version: Type.Literal(1),
    /** The operator that gives it: `iss` of its results. */
    issuer: Type.String({ minLength: 1, maxLength: 256 }),
    exportedAtMs: EpochMsSchema,
    /** The person's name there. */
    subject: SubjectSchema,
    ageBand: orNull(oneOf(AGE_BANDS)),
    references: Type.Array(PortableReferenceSchema, { maxItems: PORTABLE_LIMITS.references }),
    /** Newest first. History: a consent to one operator is none to another. */
    consents: Type.Array(PortableConsentSchema, { maxItems: PORTABLE_LIMITS.consents }),
    /** Newest first. */
    sessions: Type.Array(PortableSessionSchema, { maxItems: PORTABLE_LIMITS.sessions }),
    /** Whether there were more consents or sessions than stand here. */
    historyIsCut: Type.Boolean(),
  },
  strict,
);
/** What {@link PortableDocumentSchema} describes. */
export type PortableDocument = Static<typeof PortableDocumentSchema>;
