import type { FusionModel } from './FusionModel.js';

/**
 * Judges a session that the screen lit; one without light is judged as a recording (see fusionModelFor).
 * Written by the command in `provenance`; not edited by hand.
 */
export const sessionFusion: FusionModel = {
  version: 'session@9',
  bias: 0,
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
    'micro-motion': {
      family: 'physiology',
      weight: 1.5625,
      neutral: 0.5,
      most: 0.8,
      least: -2,
      missing: -0.625,
    },
    texture: { family: 'texture', weight: 0.4688, neutral: 0.5, most: 0.2, least: -0.8, missing: -0.1875 },
    'texture-net': {
      family: 'texture',
      weight: 0.15,
      neutral: 0.5,
      most: 0.15,
      least: -0.4,
      missing: -0.075,
    },
    light: { family: 'light', weight: 2, neutral: 0.5, most: 1, least: -6, missing: -6 },
  },
  provenance: {
    command: 'node tooling/eval/dist/bin.js fit --presentations sessions-2026-11-27.jsonl.gz',
    date: '2026-11-27',
    rows: 'sessions, train, lit by the point model: 15 live (9 people), 67 attacks (9 cut-out-eyes, 6 delayed-light, 3 face-swap, 4 injected-loop, 3 print-bent, 4 print-still, 4 print-tilted, 2 puppet, 3 rendered, 6 replay-session, 4 screen-replay, 5 slideshow, 2 swap-mid-session, 4 tilt-70, 8 two-faces)',
    limits: [
      'attacks made from footage are a floor, not a certificate',
      'what a light costs that was shown and not measured was settled with all rows in view',
    ],
  },
};
