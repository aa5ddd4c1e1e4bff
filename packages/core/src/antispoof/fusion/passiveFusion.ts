import type { FusionModel } from './FusionModel.js';

/**
 * Judges a recording that answers no plan and no light.
 * Written by the command in `provenance`; not edited by hand.
 */
export const passiveFusion: FusionModel = {
  version: 'passive@4',
  bias: 1.5,
  threshold: 0.58,
  signals: {
    'turn-depth': { family: 'depth', weight: 0.75, neutral: 0.5, most: 0.8, least: -3, missing: -0.225 },
    'approach-parallax': {
      family: 'depth',
      weight: 1.25,
      neutral: 0.5,
      most: 0.8,
      least: -3,
      missing: -0.125,
    },
    'frame-timing': { family: 'temporal', weight: 0.3, neutral: 0.5, most: 0, least: -1, missing: -0.1 },
    'frame-repeats': { family: 'temporal', weight: 0.5, neutral: 0.5, most: 0, least: -2.5, missing: -0.1 },
    'background-rigid': {
      family: 'temporal',
      weight: 0.525,
      neutral: 0.5,
      most: 0.3,
      least: -2,
      missing: -0.075,
    },
    'blink-shape': { family: 'physiology', weight: 1, neutral: 0.5, most: 0.8, least: -2, missing: -0.4 },
    'micro-motion': { family: 'physiology', weight: 1.25, neutral: 0.5, most: 0.8, least: -2, missing: -0.5 },
    texture: { family: 'texture', weight: 0.625, neutral: 0.5, most: 0.2, least: -0.8, missing: -0.25 },
    'texture-net': { family: 'texture', weight: 0.3, neutral: 0.5, most: 0.3, least: -0.8, missing: -0.15 },
  },
  provenance: {
    command:
      'node tooling/eval/dist/bin.js fit --presentations sessions-2026-11-27-faces.jsonl.gz --presentations sessions-2026-11-27-genuine.jsonl.gz --presentations sessions-2026-11-27-prints.jsonl.gz --presentations sessions-2026-11-27-replays.jsonl.gz',
    date: '2026-11-27',
    rows: 'clips, train: 14 live (12 people), 5 attacks (4 print, 1 screen)',
    limits: ['few attack clips: every weight is held near a prior from physics'],
  },
};
