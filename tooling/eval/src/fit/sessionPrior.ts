import type { SignalWeight } from '@huoti/core';
import type { FusionPrior } from './FusionPrior.js';

/** The screen's light on a face: what a flat picture, a screen and a recording each answer wrongly (see `antispoof/light`). */
const LIGHT: SignalWeight = {
  family: 'light',
  weight: 1,
  neutral: 0.5,
  most: 1,
  least: -3,
  missing: -0.3,
};

/** A plan asks for a turn: whoever completes it without a path that can be judged for depth has hidden it. */
const TURN_MISSING = -1;

/**
 * What is believed of a session: the numbers for clips, with the light, and with a turn that was asked for.
 *
 * @param passive as fitted on clips
 */
export function sessionPrior(passive: FusionPrior): FusionPrior {
  const turn = passive.signals['turn-depth'];
  return {
    ...passive,
    signals: {
      ...passive.signals,
      ...(turn ? { 'turn-depth': { ...turn, missing: Math.max(turn.least, TURN_MISSING) } } : {}),
      light: LIGHT,
    },
  };
}
