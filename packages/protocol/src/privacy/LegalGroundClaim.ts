import { Type, type Static } from '@sinclair/typebox';
import { LEGAL_GROUNDS } from './legalGrounds.js';

/** A place in the operator's own files: a contract, an order, a signed paper. Never a name of a person. */
export const FileReferenceSchema = Type.String({
  minLength: 1,
  maxLength: 128,
  pattern: '^[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?$',
});

/** Instead of a consent: the ground in law on which a session runs, and where the operator has it in writing. */
export const LegalGroundSchema = Type.Object(
  {
    ground: Type.Union(LEGAL_GROUNDS.map((value) => Type.Literal(value as (typeof LEGAL_GROUNDS)[number]))),
    reference: FileReferenceSchema,
  },
  { additionalProperties: false },
);
/** What {@link LegalGroundSchema} describes. */
export type LegalGroundClaim = Static<typeof LegalGroundSchema>;
