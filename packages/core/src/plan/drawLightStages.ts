import { HuotiError, type LightStage } from '@huoti/protocol';
import type { RandomSource } from '../host/RandomSource.js';
import { checkFlashRules } from './checkFlashRules.js';
import { randomBelow } from './randomBelow.js';

/** Colours of a light step: about four seconds. Eleven bits and more of order beside that of the actions. */
export const LIGHT_STAGE_COUNT = 6;

/**
 * Shortest stage that is drawn, in ms: five frames of a camera of 10 a second. Screen and camera take about 200 ms to answer,
 * which leaves three frames that show the colour alone.
 */
export const LIGHT_STAGE_MS = 550;

/** Random addition, in ms, so that no change comes at a known time. */
export const LIGHT_STAGE_JITTER_MS = 250;

/** Channels in which a colour differs from the one before it, at least: each by all that the screen has. */
export const LEAST_CHANNEL_CHANGES = 2;

/** How often each channel is lit at least, and how often it is not: a channel that never changes says nothing. */
const LEAST_LIT = 2;

type Colour = LightStage['colour'];

/** A lit channel, and one that is not: a twentieth of the light, so that a face in a dark room is not lost to the camera. */
export const LIT_LEVEL = 255;
export const UNLIT_LEVEL = 64;

const X = LIT_LEVEL;
const o = UNLIT_LEVEL;
/** Every colour of lit and unlit channels but the red one, which may harm. */
const COLOURS: readonly Colour[] = [
  [o, o, o],
  [o, o, X],
  [o, X, o],
  [o, X, X],
  [X, o, X],
  [X, X, o],
  [X, X, X],
];

const isDark = (colour: Colour): boolean => colour.every((level) => level === UNLIT_LEVEL);

const differ = (a: Colour, b: Colour): boolean =>
  a.filter((level, at) => level !== b[at]).length >= LEAST_CHANNEL_CHANGES;

function isBalanced(colours: readonly Colour[]): boolean {
  return [0, 1, 2].every((channel) => {
    const lit = colours.filter((colour) => colour[channel] === LIT_LEVEL).length;
    return lit >= LEAST_LIT && colours.length - lit >= LEAST_LIT;
  });
}

/**
 * Draws the colours of a light step: one of them dark, each far from the one before it, every channel lit and unlit at least
 * twice, none that may harm.
 *
 * @param random the server's own, or of the plan's nonce
 */
export function drawLightStages(random: RandomSource): LightStage[] {
  for (;;) {
    const colours: Colour[] = [];
    while (colours.length < LIGHT_STAGE_COUNT) {
      const last = colours[colours.length - 1];
      const next = last ? COLOURS.filter((colour) => differ(last, colour)) : COLOURS;
      colours.push(...next.slice(randomBelow(random, next.length)).slice(0, 1));
    }
    if (!colours.some(isDark) || !isBalanced(colours)) continue;
    const stages = colours.map(
      (colour): LightStage => ({
        colour: [...colour],
        durationMs: LIGHT_STAGE_MS + randomBelow(random, LIGHT_STAGE_JITTER_MS + 1),
      }),
    );
    const [fault] = checkFlashRules(stages);
    if (fault)
      throw new HuotiError('PLAN_INVALID', `the planner drew colours that may harm: ${fault.detail}`);
    return stages;
  }
}
