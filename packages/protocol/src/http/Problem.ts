import { Type, type Static } from '@sinclair/typebox';

/** The body of every refused request, RFC 9457 (`application/problem+json`). */
export const ProblemSchema = Type.Object({
  /** `urn:huoti:problem:` and the code in lower case with dashes. */
  type: Type.String({ maxLength: 128 }),
  title: Type.String({ maxLength: 200 }),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  /** One line: what is wrong and what to do. */
  detail: Type.String({ maxLength: 1000 }),
  /** A problem code, an error code or a refusal reason. */
  code: Type.String({ pattern: '^[A-Z][A-Z_]{1,40}$' }),
  /** Whether the same request may succeed later. */
  retryable: Type.Boolean(),
  /** Seconds until it may, where that is known. */
  retryAfterS: Type.Optional(Type.Integer({ minimum: 0, maximum: 31_536_000 })),
  /** The request's id, to be found in the log. */
  instance: Type.Optional(Type.String({ maxLength: 64 })),
  /** With `EVIDENCE_INCOMPLETE`: parts that are not there, or not as announced. */
  missing: Type.Optional(Type.Array(Type.String({ maxLength: 32 }), { maxItems: 32 })),
});
/** What {@link ProblemSchema} describes. */
export type Problem = Static<typeof ProblemSchema>;
