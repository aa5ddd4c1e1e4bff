import { CHIP_LAYOUT, TIGHT_LAYOUT } from '../align/layouts.js';
import type { EmbeddingNetwork } from './EmbeddingNetwork.js';

/** The networks that can make templates, by their names in the recognition manifest. */
export const NETWORKS = {
  residual: {
    sidePx: 150,
    layout: CHIP_LAYOUT,
    channels: 'rgb',
    offset: [122.782, 117.001, 104.298],
    divisor: 255,
    output: 'embedding',
    values: 128,
  },
  mobile: {
    sidePx: 112,
    layout: TIGHT_LAYOUT,
    channels: 'rgb',
    offset: [127, 127, 127],
    divisor: 128,
    output: 'embedding',
    values: 512,
  },
  pooled: {
    sidePx: 224,
    layout: TIGHT_LAYOUT,
    // The package feeds it red, green, blue as they are; the network was trained the other way round, and less the means of
    // its pictures: with those, true acceptance at FAR 1e-3 rises from 0.85 to 0.98 (pairs.csv, 2026-11-26).
    channels: 'bgr',
    offset: [123.68, 116.779, 103.939],
    divisor: 1,
    output: 'embedding',
    values: 1024,
  },
} as const satisfies Readonly<Record<string, EmbeddingNetwork>>;

/** Name of a network. */
export type NetworkName = keyof typeof NETWORKS;
