import { percentile } from '../statistics/percentile.js';
import type { Latency } from './LoadResults.js';

/** Count, percentiles and the longest of some times in ms; all NaN of nothing. */
export const latencyOf = (times: readonly number[]): Latency => ({
  count: times.length,
  p50Ms: percentile(times, 50),
  p95Ms: percentile(times, 95),
  p99Ms: percentile(times, 99),
  maxMs: percentile(times, 100),
});
