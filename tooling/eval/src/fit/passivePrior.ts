import type { FusionPrior } from './FusionPrior.js';

/**
 * The score is the chance of a live person where as many attacks come as people. An attack that is accepted costs more than a person who
 * has to try again: by 1.4 to 1.
 */
const ACCEPTING_SCORE = 0.58;

/**
 * What physics says of a clip that answers no plan, before any recording is looked at.
 *
 * Scores are likelihoods of a kind, so that a weight of 1 takes them as they are. How much each may add or take away:
 * - Depth can refuse by itself: a flat thing is no person. It adds little, since a screen shows a turning head as well.
 * - Lids and lips add as little, for the same reason, and take away less than depth: people sit still.
 * - What a good recording has in common with a person adds nothing (`most: 0`): frame times, frames that do not repeat.
 * - Texture depends on camera and scene: at its worst it can't refuse whom all others show, and it hardly speaks for a person,
 *   since a good print and every injected picture have a face's own.
 * A clip need not hold a turn, an approach or a blink. Their absence costs a little each, and the bias gives back what a short,
 * quiet clip of a person loses by it.
 */
export const passivePrior: FusionPrior = {
  bias: 1,
  threshold: ACCEPTING_SCORE,
  signals: {
    'turn-depth': { family: 'depth', weight: 1, neutral: 0.5, most: 0.8, least: -3, missing: -0.3 },
    'approach-parallax': { family: 'depth', weight: 1, neutral: 0.5, most: 0.8, least: -3, missing: -0.1 },
    'frame-timing': { family: 'temporal', weight: 0.3, neutral: 0.5, most: 0, least: -1, missing: -0.1 },
    'frame-repeats': { family: 'temporal', weight: 0.5, neutral: 0.5, most: 0, least: -2.5, missing: -0.1 },
    'background-rigid': {
      family: 'temporal',
      weight: 0.7,
      neutral: 0.5,
      most: 0.3,
      least: -2,
      missing: -0.1,
    },
    'blink-shape': { family: 'physiology', weight: 1, neutral: 0.5, most: 0.8, least: -2, missing: -0.4 },
    'micro-motion': { family: 'physiology', weight: 1, neutral: 0.5, most: 0.8, least: -2, missing: -0.4 },
    texture: { family: 'texture', weight: 0.5, neutral: 0.5, most: 0.2, least: -0.8, missing: -0.2 },
    'texture-net': { family: 'texture', weight: 0.4, neutral: 0.5, most: 0.3, least: -0.8, missing: -0.2 },
  },
};
