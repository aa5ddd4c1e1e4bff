import type { LevelResult, ProcessName } from '../LoadResults.js';

/** CPU time of one session, in ms. */
export interface SessionCost {
  readonly apiMs: number;
  readonly workerMs: number;
  readonly postgresMs: number;
  /** Of the service, and of its database. */
  readonly allMs: number;
}

/** Whose processor a session takes; of the embedded service only the sum is known. */
export function sessionCost({ steady }: Pick<LevelResult, 'steady'>): SessionCost {
  const of = (wanted: ProcessName): number =>
    steady.processes.find(({ name }) => name === wanted)?.cpuMsPerSession ?? 0;
  const [apiMs, workerMs, postgresMs] = [of('api'), of('worker'), of('postgres')];
  return { apiMs, workerMs, postgresMs, allMs: apiMs + workerMs + postgresMs + of('service') };
}
