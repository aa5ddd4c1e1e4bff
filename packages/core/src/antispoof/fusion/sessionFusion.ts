import type { FusionModel } from './FusionModel.js';

/**
 * Judges a session that the screen lit; one without light is judged as a recording (see fusionModelFor).
 * Written by the command in `provenance`; not edited by hand.
 */
export const sessionFusion: FusionModel = {
  version: 'session@10',
  bias: 0.25,
  threshold: 0.58,
  signals: {
    'turn-depth': { family: 'depth', weight: 0.9375, neutral: 0.5, most: 0.8, least: -3, missing: -0.625 },
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
    'micro-motion': { family: 'physiology', weight: 0, neutral: 0.5, most: 0.8, least: -2, missing: 0 },
    texture: { family: 'texture', weight: 0.625, neutral: 0.5, most: 0.2, least: -0.8, missing: -0.25 },
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
    command:
      'node tooling/eval/dist/bin.js fit --presentations sessions-2026-11-27-faces.jsonl.gz --presentations sessions-2026-11-27-genuine.jsonl.gz --presentations sessions-2026-11-27-prints.jsonl.gz --presentations sessions-2026-11-27-replays.jsonl.gz',
    date: '2026-11-27',
    rows: 'sessions, train, lit by the point model: 54 live (11 people), 354 attacks (29 cut-out-eyes, 28 delayed-light, 23 face-swap, 28 injected-loop, 20 print-bent, 23 print-still, 22 print-tilted, 26 replay-session, 32 screen-replay, 28 slideshow, 30 swap-mid-session, 30 tilt-70, 35 two-faces)',
    limits: [
      'attacks made from footage are a floor, not a certificate',
      'rendered people and puppets are fitted on nowhere: no signal here can tell them',
      'what a light costs that was shown and not measured was settled with all rows in view',
    ],
  },
};
