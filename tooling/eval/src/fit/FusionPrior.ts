import type { FusionModel } from '@huoti/core';

/** What is believed of a model before any row is looked at. */
export type FusionPrior = Omit<FusionModel, 'provenance' | 'version'>;
