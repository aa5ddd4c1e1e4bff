import { Type, type Static } from '@sinclair/typebox';
import { PROTOCOL_VERSION } from '../version.js';
import { ACTIONS } from './actions.js';
import { LightStepSchema } from './LightStep.js';

const literals = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));

/** Platforms whose own verification a session may rest on. Each is a host kind too. */
export const PLATFORMS = ['wechat'] as const;
/** One of {@link PLATFORMS}. */
export type Platform = (typeof PLATFORMS)[number];

/** Most steps of a plan. */
export const MAX_PLAN_STEPS = 8;

/** A time that data is kept, in ms: up to 100 years. */
const keptFor = Type.Integer({ minimum: 0, maximum: 3_155_760_000_000 });

/** The policy a session runs under; it is part of the plan and is repeated in the result. */
export const SessionPolicySchema = Type.Object(
  {
    /** Name in the operator's configuration, for example `default` or `no-light`. */
    name: Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9][a-z0-9-]*$' }),
    /** Whether the screen lights the face in colours. */
    light: literals(['required', 'preferred', 'off'] as const),
    /** What happens when the camera looks injected. */
    tripwires: literals(['off', 'report', 'refuse'] as const),
    /** What leaves the device. */
    evidenceLevel: literals(['none', 'trace', 'frames'] as const),
    /**
     * The platform whose own verification decides this session: nothing is judged here, and there is no plan. Left out where
     * huoti's own engine does.
     */
    platform: Type.Optional(literals(PLATFORMS)),
    /** Exactly these actions, in this order, instead of drawn ones: a plan that fits a clip. */
    actions: Type.Optional(Type.Array(literals(ACTIONS), { minItems: 1, maxItems: MAX_PLAN_STEPS })),
    /** How many actions are drawn. */
    actionCount: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PLAN_STEPS })),
    /** Signals that have to be measured, or the session is refused. */
    requiredSignals: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }), { maxItems: 16 }),
    ),
    /** How long each class of data is kept, in ms. */
    retention: Type.Optional(
      Type.Object(
        {
          evidenceMs: keptFor,
          picturesMs: keptFor,
          templateMs: keptFor,
          receiptMs: keptFor,
          resultMs: keptFor,
        },
        { additionalProperties: false },
      ),
    ),
    /** Failed tries that are allowed. */
    attempts: Type.Optional(
      Type.Object(
        {
          perHour: Type.Integer({ minimum: 1, maximum: 1000 }),
          perDay: Type.Integer({ minimum: 1, maximum: 10000 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
/** What {@link SessionPolicySchema} describes. */
export type SessionPolicy = Static<typeof SessionPolicySchema>;

/** One action and the time for it. */
export const ActionStepSchema = Type.Object(
  {
    action: literals(ACTIONS),
    /** The window to do it in, from the prompt, in ms. */
    timeoutMs: Type.Integer({ minimum: 1000, maximum: 60000 }),
  },
  { additionalProperties: false },
);
/** What {@link ActionStepSchema} describes. */
export type ActionStep = Static<typeof ActionStepSchema>;

/** One step of a plan: an action, or colours of the screen. Told apart by `action`. */
export const PlanStepSchema = Type.Union([ActionStepSchema, LightStepSchema]);
/** What {@link PlanStepSchema} describes. */
export type PlanStep = Static<typeof PlanStepSchema>;

/** What one session asks of a person. A device-only plan comes whole; online it is revealed a step at a time. */
export const LivenessPlanSchema = Type.Object(
  {
    protocolVersion: Type.Literal(PROTOCOL_VERSION),
    /** Random, one for each session: 32 lower-case hex digits. A retry is a new plan with a new nonce. */
    nonce: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    policy: SessionPolicySchema,
    /** At least one, and all of them, where `stepCount` is left out. */
    steps: Type.Array(PlanStepSchema, { maxItems: MAX_PLAN_STEPS }),
    /** How many steps there will be: present where the others are revealed while the session runs. */
    stepCount: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PLAN_STEPS })),
    /** How long a usable face is looked for, in ms. */
    faceSearchMs: Type.Integer({ minimum: 1000, maximum: 120000 }),
    /** The whole session from the first frame, in ms. */
    totalMs: Type.Integer({ minimum: 2000, maximum: 600000 }),
    /** How long the followed face may be out of sight before the session fails, in ms. */
    faceLostMs: Type.Integer({ minimum: 100, maximum: 10000 }),
  },
  { additionalProperties: false },
);
/** What {@link LivenessPlanSchema} describes. */
export type LivenessPlan = Static<typeof LivenessPlanSchema>;
