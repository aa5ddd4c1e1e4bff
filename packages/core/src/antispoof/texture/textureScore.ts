import { rampScore } from '../rampScore.js';
import type { TextureMeasures } from './measureTexture.js';

/** The measures that make a score, and how much each counts. */
type ScoredMeasure = 'shading' | 'coarseDetail' | 'fineDetail' | 'colourDetail' | 'saturation';

/** Of one measure: at `attack` it counts nothing, at `live` all of its weight, in a straight line between. */
interface Ramp {
  readonly attack: number;
  readonly live: number;
  readonly weight: number;
}

/**
 * Each ramp reaches from the median of the attacks to the median of live people: means of both over stills and clips of the
 * `train` rows of liveness-stills.csv and liveness-videos.csv, measured on JPEG crops (2026-11-26). Weights are whole or half;
 * finer ones change no AUC by more than 0.01. What moves if an end rises: fewer attacks and fewer people pass.
 */
export const TEXTURE_RAMPS: Readonly<Record<ScoredMeasure, Ramp>> = {
  shading: { attack: -0.53, live: 0.24, weight: 1 },
  coarseDetail: { attack: -3.33, live: -2.88, weight: 0.5 },
  fineDetail: { attack: -4.4, live: -3.88, weight: 0.5 },
  colourDetail: { attack: -5.35, live: -4.88, weight: 0.5 },
  saturation: { attack: 0.073, live: 0.179, weight: 0.5 },
};

/**
 * A single frequency that stands this far out of its surroundings starts to count against a picture, ln of power. 99 of 100
 * live stills of `train` lie under 3.7 (2026-11-26): noise alone reaches 3, whose largest of 6,000 frequencies this is.
 */
export const PATTERN_FROM = 4;

/** From here on a pattern is beyond doubt, and the score is at its least. */
export const PATTERN_TO = 6;

const names = Object.keys(TEXTURE_RAMPS) as ScoredMeasure[];

/**
 * What the measures come to, in [0.05, 0.95]: the weighted mean of the ramps, less for a pattern. Never 0 or 1, since texture
 * alone is never sure.
 */
export function textureScore(measures: Pick<TextureMeasures, ScoredMeasure | 'pattern'>): number {
  let sum = 0;
  let weights = 0;
  for (const name of names) {
    const { attack, live, weight } = TEXTURE_RAMPS[name];
    sum += weight * rampScore(measures[name], { from: attack, to: live, least: 0, most: 1 });
    weights += weight;
  }
  const clear = rampScore(measures.pattern, { from: PATTERN_FROM, to: PATTERN_TO, least: 1, most: 0 });
  return rampScore((sum / weights) * clear, { from: 0, to: 1 });
}
