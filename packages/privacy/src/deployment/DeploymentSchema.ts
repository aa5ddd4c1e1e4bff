import { PLATFORMS } from '@huoti/protocol';
import { Type } from '@sinclair/typebox';
import type { RetentionClass } from '../retention/retentionClasses.js';

const strict = { additionalProperties: false } as const;

/** One line of text: no control character, and none that turns the direction of what follows. */
const line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+$',
  });

/** Whole minutes, so that a notice can say each time exactly; ten years at most. */
const Kept = Type.Integer({ minimum: 0, maximum: 315_360_000_000, multipleOf: 60_000 });

// Written out: `Object.fromEntries` is missing on phones of 2018, and this is computed when the package is loaded.
const RetentionTimesSchema = Type.Object(
  {
    'face-crop': Kept,
    'evidence-trace': Kept,
    session: Kept,
    template: Kept,
    receipt: Kept,
    'rights-case': Kept,
    audit: Kept,
  } satisfies Record<RetentionClass, unknown>,
  strict,
);

const AgeRule = Type.Union([Type.Literal('with-guardian'), Type.Literal('refuse')]);

const PolicyTermsSchema = Type.Object(
  {
    levels: Type.Array(Type.Union([Type.Literal('none'), Type.Literal('trace'), Type.Literal('frames')]), {
      minItems: 1,
      uniqueItems: true,
    }),
    purposes: Type.Array(Type.Union([Type.Literal('liveness'), Type.Literal('comparison')]), {
      minItems: 1,
      uniqueItems: true,
    }),
    platforms: Type.Optional(
      Type.Array(Type.Union(PLATFORMS.map((value) => Type.Literal(value as (typeof PLATFORMS)[number]))), {
        uniqueItems: true,
      }),
    ),
    retention: RetentionTimesSchema,
    childRetention: RetentionTimesSchema,
    ages: Type.Object({ teens: AgeRule, children: AgeRule }, strict),
    backupDays: Type.Integer({ minimum: 0, maximum: 366 }),
    answerWithinWorkingDays: Type.Integer({ minimum: 1, maximum: 60 }),
  },
  strict,
);

/** The shape of a deployment; what of its parts has to fit together is checked by `parseDeployment` besides. */
export const DeploymentSchema = Type.Object(
  {
    operator: Type.Object({ name: line(100), contact: line(300) }, strict),
    timeZone: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_+/-]{0,63}$' }),
    utcOffsetMinutes: Type.Optional(Type.Integer({ minimum: -840, maximum: 840 })),
    alternative: Type.Record(
      Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }),
      line(300),
      strict,
    ),
    versions: Type.Array(
      Type.Object(
        {
          version: Type.String({ pattern: '^[A-Za-z0-9.-]{1,32}$' }),
          publishedAtMs: Type.Integer({ minimum: 0, maximum: 8_640_000_000_000 }),
          terms: PolicyTermsSchema,
        },
        strict,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  strict,
);
