import { IdentifierSchema, ProblemSchema } from '@huoti/protocol';
import { type TSchema, Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;

/** The path's session. */
export const SessionParamsSchema = Type.Object({ sessionId: IdentifierSchema }, strict);

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemSchema } },
});

/** How every refusal of a path looks, beside its own answers. */
export const REFUSALS = {
  '4xx': problem('Refused: `code` says why, `detail` what to do'),
  '5xx': problem('The service could not do it; `retryable` says whether the same request may succeed later'),
} as const;

/** An answer with a name in the document. */
export const described = <T extends TSchema>(schema: T, description: string): T => ({
  ...schema,
  description,
});

/** Plain bytes: judged by the handler, not by a schema. */
export const BytesSchema = Type.Unsafe<Buffer>({ description: 'Plain bytes' });
