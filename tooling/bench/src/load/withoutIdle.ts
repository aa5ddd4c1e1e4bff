import type { ProcessResult } from './LoadResults.js';

/** CPU time of sessions alone: what a process takes without any work is taken off for the time that they took. */
export const withoutIdle = (
  processes: readonly ProcessResult[],
  idle: readonly ProcessResult[],
): readonly ProcessResult[] =>
  processes.map((one) => {
    const idleCores = idle.find(({ name }) => name === one.name)?.cores ?? 0;
    const share = one.cores > 0 ? Math.max(0, 1 - idleCores / one.cores) : 0;
    return { ...one, idleCores, cpuMsPerSession: one.cpuMsPerSession * share };
  });
