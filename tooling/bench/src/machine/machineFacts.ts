import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { MachineFacts } from '../report/BenchResults.js';

/** Load of the last minute, for each core, from which other work is taken to be running. */
export const BUSY_LOAD_PER_CORE = 0.5;

/** Processes that ran or waited, on average, in the last minute. */
export const loadNow = (): number => loadavg()[0] ?? 0;

/** Whether so much else runs that times would be of it. */
export const isBusy = (load: number, cores = availableParallelism()): boolean =>
  load / cores > BUSY_LOAD_PER_CORE;

/** What the numbers were measured on. */
export function machineFacts(browser: string, loadAtStart: number): MachineFacts {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    browser,
    loadAtStart,
    loadAtEnd: loadNow(),
    busy: isBusy(loadAtStart),
  };
}
