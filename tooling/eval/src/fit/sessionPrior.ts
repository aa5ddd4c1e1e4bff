import type { SignalWeight } from '@huoti/core';
import type { FusionPrior } from './FusionPrior.js';

/** The screen's light on a face: what a flat picture, a screen and a recording each answer wrongly (see `antispoof/light`). */
const LIGHT: SignalWeight = {
  family: 'light',
  weight: 1.5,
  neutral: 0.5,
  most: 1,
  least: -4,
  missing: -0.3,
};

/** In a session a turn and a blink are asked for, and nobody has to be forgiven that they are not there. Log-odds. */
const SESSION_BIAS = 0;

/** A plan asks for a turn: whoever completes it without a path that can be judged for depth has hidden it. */
const TURN_MISSING = -1;

/**
 * What is believed of a session: the weights for clips, with the light, with a turn that was asked for, and nothing forgiven.
 *
 * @param passive as fitted on clips
 */
export function sessionPrior(passive: FusionPrior): FusionPrior {
  const turn = passive.signals['turn-depth'];
  return {
    ...passive,
    bias: SESSION_BIAS,
    signals: {
      ...passive.signals,
      ...(turn ? { 'turn-depth': { ...turn, missing: Math.max(turn.least, TURN_MISSING) } } : {}),
      light: LIGHT,
    },
  };
}
