import type { FusionPrior } from './FusionPrior.js';

/**
 * What physics says of a clip that answers no plan, before any recording is looked at. Where a signal sees what a picture of a
 * person cannot do, it may refuse by itself; no signal may accept by itself; what a recording of a person shows as well as the
 * person adds nothing (`most: 0`). A clip need not hold a turn or an approach: their absence costs little.
 */
export const passivePrior: FusionPrior = {
  bias: 0,
  threshold: 0.5,
  signals: {
    'turn-depth': { family: 'depth', weight: 1, neutral: 0.5, most: 1, least: -3, missing: -0.3 },
    'approach-parallax': {
      family: 'depth',
      weight: 0.7,
      neutral: 0.5,
      most: 0.6,
      least: -2,
      missing: -0.1,
    },
    // A camera's rate is easily made up, and a busy phone's is odd: it speaks only where it is impossible.
    'frame-timing': { family: 'temporal', weight: 0.3, neutral: 0.5, most: 0, least: -1, missing: -0.1 },
    'frame-repeats': { family: 'temporal', weight: 0.5, neutral: 0.5, most: 0, least: -2.5, missing: -0.1 },
    'background-rigid': {
      family: 'temporal',
      weight: 0.7,
      neutral: 0.5,
      most: 0.4,
      least: -2,
      missing: -0.1,
    },
    'blink-shape': { family: 'physiology', weight: 1, neutral: 0.5, most: 1, least: -2, missing: -0.5 },
    'micro-motion': { family: 'physiology', weight: 1, neutral: 0.5, most: 1, least: -2, missing: -0.5 },
    // Texture depends on camera and scene: at its worst it can't refuse whom all others show.
    texture: { family: 'texture', weight: 0.5, neutral: 0.5, most: 0.5, least: -1, missing: -0.2 },
    'texture-net': { family: 'texture', weight: 0.5, neutral: 0.5, most: 1, least: -1, missing: -0.3 },
  },
};
