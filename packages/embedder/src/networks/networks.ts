import { CHIP_LAYOUT, TIGHT_LAYOUT } from '../align/layouts.js';
import type { EmbeddingNetwork } from './EmbeddingNetwork.js';

/** The networks that can make templates, by their names in the recognition manifest. */
export const NETWORKS = {
  residual: {
    sidePx: 150,
    layout: CHIP_LAYOUT,
    offset: [122.782, 117.001, 104.298],
    divisor: 255,
    output: 'embedding',
    values: 128,
  },
  mobile: {
    sidePx: 112,
    layout: TIGHT_LAYOUT,
    offset: [127, 127, 127],
    divisor: 128,
    output: 'embedding',
    values: 512,
  },
  pooled: {
    sidePx: 224,
    layout: TIGHT_LAYOUT,
    offset: [0, 0, 0],
    divisor: 1,
    output: 'embedding',
    values: 1024,
  },
} as const satisfies Readonly<Record<string, EmbeddingNetwork>>;

/** Name of a network. */
export type NetworkName = keyof typeof NETWORKS;
