import { Type, type Static } from '@sinclair/typebox';

/** Fewest and most stages of a light step. */
export const MIN_LIGHT_STAGES = 3;
export const MAX_LIGHT_STAGES = 8;

/** Shortest stage, in ms: five changes in two seconds stay far from the three flashes a second that may harm. */
export const MIN_LIGHT_STAGE_MS = 400;
/** Longest stage, in ms. */
export const MAX_LIGHT_STAGE_MS = 2000;

/** One component of a colour, sRGB, as a screen is told. */
const channel = Type.Integer({ minimum: 0, maximum: 255 });

/** One colour of the screen, and how long it stays. */
export const LightStageSchema = Type.Object(
  {
    /** Red, green, blue. */
    colour: Type.Unsafe<[red: number, green: number, blue: number]>(
      Type.Array(channel, { minItems: 3, maxItems: 3 }),
    ),
    /** From the moment it is on the glass, in ms. */
    durationMs: Type.Integer({ minimum: MIN_LIGHT_STAGE_MS, maximum: MAX_LIGHT_STAGE_MS }),
  },
  { additionalProperties: false },
);
/** What {@link LightStageSchema} describes. */
export type LightStage = Static<typeof LightStageSchema>;

/** The screen lights the face in colours, one after another, while the person keeps still. */
export const LightStepSchema = Type.Object(
  {
    action: Type.Literal('light'),
    /** From the prompt to the end of the last stage, coming back after moving away included, in ms. */
    timeoutMs: Type.Integer({ minimum: 1000, maximum: 60000 }),
    stages: Type.Array(LightStageSchema, { minItems: MIN_LIGHT_STAGES, maxItems: MAX_LIGHT_STAGES }),
  },
  { additionalProperties: false },
);
/** What {@link LightStepSchema} describes. */
export type LightStep = Static<typeof LightStepSchema>;
