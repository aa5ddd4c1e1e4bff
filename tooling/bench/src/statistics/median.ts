import { percentile } from './percentile.js';

/** The middle value; of an even count, the mean of the two in the middle. NaN of nothing. */
export const median = (values: readonly number[]): number => percentile(values, 50);
