import type { FusionModel } from './FusionModel.js';

/**
 * Judges a session that the screen lit; one without light is judged as a recording (see fusionModelFor).
 * Written by the command in `provenance`; not edited by hand.
 */
export const sessionFusion: FusionModel = {
  version: 'session@6',
  bias: 0.5,
  threshold: 0.58,
  signals: {
    'turn-depth': { family: 'depth', weight: 0.75, neutral: 0.5, most: 0.8, least: -3, missing: -0.5 },
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
    'texture-net': {
      family: 'texture',
      weight: 0.15,
      neutral: 0.5,
      most: 0.15,
      least: -0.4,
      missing: -0.075,
    },
    light: { family: 'light', weight: 2, neutral: 0.5, most: 1, least: -6, missing: -0.3 },
  },
  provenance: {
    command: 'node tooling/eval/dist/bin.js fit',
    date: '2026-11-26',
    rows: 'no session: the weights for clips (14 live (12 people), 5 attacks (4 print, 1 screen))',
    limits: ['light and bias stand by a prior alone', 'no session was measured'],
  },
};
