import type { RateResult } from './LoadResults.js';

/** A thread that works this share of the time has nothing left, in CPU seconds a second: the rest goes to waking and waiting. */
const FULL_THREAD = 0.85;
/** Share of all cores from which the machine itself is what is short. */
const FULL_MACHINE = 0.85;

const NAMES = { api: 'the API', worker: 'the worker', service: 'the service' } as const;

/**
 * What was used up first as the rate grew, in words: the process that had one thread full, which no other core can help, or the
 * machine where all its cores were busy.
 */
export function saturationOf(ramp: readonly RateResult[], cores: number): string {
  const broken = ramp.find(({ held }) => !held);
  const last = ramp[ramp.length - 1];
  if (!broken) return `nothing, up to ${last?.rate ?? 0} sessions a second, where the ramp ends`;
  const { processes, rate, whyNot } = broken;
  const all = processes.reduce((sum, one) => sum + one.cores, 0);
  const parts = processes.map((one) => `${one.name} ${one.cores.toFixed(2)}`).join(', ');
  const at = `at ${rate} sessions a second (${whyNot}; cores: ${parts})`;
  for (const { name, busiestThread } of processes) {
    if (name === 'postgres' || name === 'generator' || busiestThread < FULL_THREAD) continue;
    return `${NAMES[name]}, one of whose threads is full, ${at}`;
  }
  if (all >= FULL_MACHINE * cores) return `the machine's ${cores} cores together, ${at}`;
  return `not the processor: something waits, ${at}`;
}
