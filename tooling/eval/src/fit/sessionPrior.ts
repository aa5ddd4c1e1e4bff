import type { SignalWeight } from '@huoti/core';
import type { FusionPrior } from './FusionPrior.js';

/**
 * The screen's light on a face. It refuses by itself: where the light could be measured and nothing answers it, a recording of a
 * person is injected, and every other signal is that person's own. So its least outweighs all that the others can add.
 */
const LIGHT: SignalWeight = {
  family: 'light',
  weight: 2,
  neutral: 0.5,
  most: 1,
  least: -6,
  // Who can't be lit, in the sun or by choice, gets a plan without light, which is judged by other numbers. Of one that was shown all
  // its colours the answer was measured in each of 57 live sessions from 17 to 1,000 lux (2026-11-27): hiding it costs as much as
  // failing it.
  missing: -6,
};

/** A server has crops of the face alone, on which the net tells less than on whole pictures: half of what it may do in a clip. */
const CROP_SHARE = 0.5;

/** A turn and a blink are asked for in most plans: less than in a clip has to be forgiven that is not there. Log-odds. */
const SESSION_BIAS = 0.5;

/** A plan asks for a turn: whoever completes it without a path that can be judged for depth has hidden it. Log-odds. */
const TURN_MISSING = -0.5;

/**
 * What is believed of a session: the weights for clips, the light, and a turn that was asked for.
 *
 * @param passive as fitted on clips
 */
export function sessionPrior(passive: FusionPrior): FusionPrior {
  const { 'turn-depth': turn, 'texture-net': net } = passive.signals;
  return {
    ...passive,
    bias: SESSION_BIAS,
    signals: {
      ...passive.signals,
      ...(turn ? { 'turn-depth': { ...turn, missing: Math.max(turn.least, TURN_MISSING) } } : {}),
      ...(net ? { 'texture-net': halved(net) } : {}),
      light: LIGHT,
    },
  };
}

const halved = (signal: SignalWeight): SignalWeight => ({
  ...signal,
  weight: signal.weight * CROP_SHARE,
  most: signal.most * CROP_SHARE,
  least: signal.least * CROP_SHARE,
  missing: signal.missing * CROP_SHARE,
});
