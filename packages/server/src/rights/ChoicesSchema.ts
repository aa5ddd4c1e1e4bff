import { CONSENT_CHOICES, type ConsentChoice } from '@huoti/protocol';
import { Type } from '@sinclair/typebox';

/** What was agreed to, as a receipt keeps it: some of the choices, each yes or no. */
export const ChoicesSchema = Type.Unsafe<Partial<Record<ConsentChoice, boolean>>>(
  Type.Object(Object.fromEntries(CONSENT_CHOICES.map((choice) => [choice, Type.Optional(Type.Boolean())])), {
    additionalProperties: false,
  }),
);
