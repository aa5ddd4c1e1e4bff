import type { MachineFacts } from '../report/BenchResults.js';
import type { Spread } from '../statistics/spreadOf.js';

/** What one part adds to a frame. */
export interface PartCost {
  readonly part: 'landmarks' | 'numbers of the frame' | 'trace signals' | 'texture, two pictures a second';
  /** For each frame, in ms: spread of the rounds' means. */
  readonly ms: Spread;
}

/** What the signals cost beside the engine: `docs/bench/signals.json`. */
export interface SignalCost {
  readonly measuredAt: string;
  readonly machine: MachineFacts;
  readonly frames: { readonly kind: string; readonly description: string; readonly faceWidthPx: number };
  readonly rounds: number;
  readonly parts: readonly PartCost[];
  /** Everything but the landmarks, over the landmarks: spread of the rounds' own ratios. */
  readonly added: Spread;
}

/** Most that all signals together may add to the engine's time a frame. */
export const MOST_ADDED = 0.2;
