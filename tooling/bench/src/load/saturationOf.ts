import type { RateResult } from './LoadResults.js';

/** A thread that works this share of the time has nothing left, in CPU seconds a second: the rest goes to waking and waiting. */
const FULL_THREAD = 0.85;
/** Share of all cores from which the machine itself is what is short. */
const FULL_MACHINE = 0.85;

const NAMES = { api: 'the API', worker: 'the worker', service: 'the service', postgres: 'Postgres' } as const;

/**
 * What was used up first as the rate grew, in words: the machine where all its cores were busy, or the process that had its one
 * thread full. A postgres has as many threads as connections.
 */
export function saturationOf(ramp: readonly RateResult[], cores: number): string {
  const broken = ramp.find(({ held }) => !held);
  const last = ramp[ramp.length - 1];
  if (!broken) return `nothing, up to ${last?.rate ?? 0} sessions a second, where the ramp ends`;
  const shares = broken.processes.map(({ name, cores: used }) => ({ name, used }));
  const all = shares.reduce((sum, { used }) => sum + used, 0);
  const full = shares.find(
    ({ name, used }) => name !== 'postgres' && name !== 'generator' && used >= FULL_THREAD,
  );
  const parts = shares.map(({ name, used }) => `${name} ${used.toFixed(2)}`).join(', ');
  const at = `at ${broken.rate} sessions a second (${broken.whyNot}; cores: ${parts})`;
  if (full && full.name in NAMES)
    return `${NAMES[full.name as keyof typeof NAMES]}, whose thread is full, ${at}`;
  if (all >= FULL_MACHINE * cores) return `the machine's ${cores} cores together, ${at}`;
  return `not the processor: something waits, ${at}`;
}
