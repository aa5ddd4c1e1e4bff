import type { Action } from '@huoti/protocol';
import type { Random } from '../random/createRandom.js';
import { clamp } from '../random/numbers.js';
import type { Movement, Reach } from './Movement.js';

/** Median time from a prompt to the first movement, and the spread of its logarithm: simple choice reactions. */
const REACTION_MEDIAN_MS = 520;
const REACTION_SPREAD = 0.25;

interface Manner {
  readonly reach: (random: Random) => Reach;
  /** Times in ms, each drawn within its bounds. */
  readonly rise: readonly [number, number];
  readonly hold: readonly [number, number];
  readonly back: readonly [number, number];
  readonly overshoot: number;
}

const turn = (side: 1 | -1): Manner => ({
  reach: (random) => ({
    yawRadians: side * random.between(0.68, 0.82),
    rollRadians: random.normal(0, 0.03),
    pitchRadians: random.normal(0, 0.03),
  }),
  rise: [520, 820],
  hold: [320, 620],
  back: [480, 760],
  overshoot: 0.05,
});

const MANNERS: Readonly<Record<Exclude<Action, 'turn-one-side' | 'turn-other-side'>, Manner>> = {
  blink: { reach: () => ({ blink: 1 }), rise: [90, 140], hold: [70, 150], back: [150, 260], overshoot: 0 },
  'mouth-open': {
    reach: (random) => ({ mouthOpen: random.between(1.02, 1.15), pitchRadians: random.between(0, 0.05) }),
    rise: [280, 420],
    hold: [620, 950],
    back: [260, 420],
    overshoot: 0.03,
  },
  'turn-left': turn(1),
  'turn-right': turn(-1),
  nod: {
    reach: (random) => ({ pitchRadians: -random.between(0.34, 0.44) }),
    rise: [320, 460],
    hold: [40, 120],
    back: [320, 480],
    overshoot: 0.04,
  },
  approach: {
    reach: (random) => ({ distanceFactor: random.between(0.66, 0.74) }),
    rise: [900, 1400],
    hold: [500, 900],
    back: [800, 1200],
    overshoot: 0.03,
  },
  away: {
    reach: (random) => ({ distanceFactor: random.between(1.36, 1.5) }),
    rise: [900, 1400],
    hold: [500, 900],
    back: [800, 1200],
    overshoot: 0.03,
  },
};

/** How an action is done when it is prompted at `promptMs`, by someone whose first side is `firstSide`. */
export function createMovement(
  action: Action,
  promptMs: number,
  firstSide: 1 | -1,
  random: Random,
): Movement {
  const { reach, rise, hold, back, overshoot } = mannerOf(action, firstSide);
  const reaction = REACTION_MEDIAN_MS * Math.exp(random.normal(0, REACTION_SPREAD));
  return {
    action,
    startMs: promptMs + clamp(reaction, 280, 1400),
    riseMs: random.between(rise[0], rise[1]),
    holdMs: random.between(hold[0], hold[1]),
    returnMs: random.between(back[0], back[1]),
    overshoot: overshoot * random.between(0, 2),
    reach: reach(random),
  };
}

function mannerOf(action: Action, firstSide: 1 | -1): Manner {
  if (action === 'turn-one-side') return turn(firstSide);
  if (action === 'turn-other-side') return turn(firstSide === 1 ? -1 : 1);
  return MANNERS[action];
}
