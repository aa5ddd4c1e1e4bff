import type { FaceLayout } from '../align/FaceLayout.js';

/** What is known of a network besides its weights: what it sees, and what it gives. */
export interface EmbeddingNetwork {
  /** Side of its input, in px. */
  readonly sidePx: number;
  readonly layout: FaceLayout;
  /** Which order it was trained on. */
  readonly channels: 'rgb' | 'bgr';
  /** Taken from red, green and blue (0 to 255), in this order, before the division. */
  readonly offset: readonly [red: number, green: number, blue: number];
  readonly divisor: number;
  /** Name of the output node. */
  readonly output: string;
  /** How many numbers it gives. */
  readonly values: number;
}
