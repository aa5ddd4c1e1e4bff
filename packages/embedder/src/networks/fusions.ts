import type { NetworkName } from './networks.js';

/** Networks that make a template together. */
export interface Fusion {
  /** `name@version`; the version rises with every change of weights, alignment or shares. */
  readonly model: string;
  /** Each network's share of the cosine; together 1. */
  readonly shares: Readonly<Partial<Record<NetworkName, number>>>;
}

/** What can be chosen, by the name before the version. */
export const FUSIONS = {
  // Shares of the cosine at which the networks count 0.2, 0.6 and 0.2 of the way from different people to the same person: the
  // residual network's cosines span 0.13 of it, the mobile one's 0.70, the pooled one's 0.41 (docs/measurements.md).
  fusion: { model: 'fusion@1', shares: { residual: 0.54, mobile: 0.29, pooled: 0.17 } },
  residual: { model: 'residual@1', shares: { residual: 1 } },
  mobile: { model: 'mobile@1', shares: { mobile: 1 } },
  pooled: { model: 'pooled@1', shares: { pooled: 1 } },
} as const satisfies Readonly<Record<string, Fusion>>;

/** Name of a model. */
export type EmbedderModelName = keyof typeof FUSIONS;

/** Every model that an embedder can be made with, the default first. */
export const EMBEDDER_MODELS = [
  'fusion',
  'residual',
  'mobile',
  'pooled',
] as const satisfies readonly EmbedderModelName[];
