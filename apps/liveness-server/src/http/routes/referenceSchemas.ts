import { EpochMsSchema, SubjectSchema } from '@huoti/protocol';
import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const epochOrNull = Type.Union([EpochMsSchema, Type.Null()]);
const kept = {
  id: SubjectSchema,
  /** Whose face it is: the id itself where the backend named nobody else. */
  subject: SubjectSchema,
  /** The embedder that made the template. */
  model: Type.String({ maxLength: 128 }),
  createdAtMs: EpochMsSchema,
  replacedAtMs: epochOrNull,
  expiresAtMs: epochOrNull,
};

/** The path's reference. */
export const ReferenceParamsSchema = Type.Object({ referenceId: SubjectSchema }, strict);

/** What is told of an enrolled face: never the face. */
export const ReferenceSchema = Type.Object(kept, strict);

/** The answer to an enrolment; `quality` says how much the picture tells about whose face it is, in (0, 1]. */
export const EnrolledReferenceSchema = Type.Object(
  { ...kept, quality: Type.Number({ minimum: 0, maximum: 1 }) },
  strict,
);
