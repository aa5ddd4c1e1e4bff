import { setTimeout as wait } from 'node:timers/promises';
import type { Generator } from './client/openGenerator.js';
import type { SendReport } from './client/messages.js';
import { latencyOf } from './latencyOf.js';
import type { RateResult } from './LoadResults.js';
import { verdictTimes } from './service/databaseFacts.js';
import type { LoadLevel } from './service/loadPolicies.js';
import type { LoadPostgres } from './service/startPostgres.js';
import type { LoadService } from './service/startService.js';
import { watchProcesses, type WatchedProcess } from './service/watchProcesses.js';
import { whyNotHeld } from './whyNotHeld.js';

/** What sessions are sent to, and by whom. */
export interface LoadTarget {
  readonly service: LoadService;
  /** `null`: the embedded one. */
  readonly postgres: LoadPostgres | null;
  readonly generator: Generator;
}

/** All processes that take part. */
export const watchedProcesses = ({ service, postgres, generator }: LoadTarget): readonly WatchedProcess[] => [
  ...service.processes,
  ...(postgres === null ? [] : [{ name: 'postgres' as const, pid: postgres.pid, family: true }]),
  { name: 'generator', pid: generator.pid },
];

/** Backends of a Postgres report what they counted within a second. */
const SETTLE_MS = 1_500;
let order = 0;

/** Sends so many sessions at a rate and measures until the last has ended. */
export async function measureRate(
  { service, postgres, generator }: LoadTarget,
  { level, rate, count }: { level: LoadLevel; rate: number; count: number },
): Promise<{ readonly result: RateResult; readonly report: SendReport }> {
  const watch = await watchProcesses(watchedProcesses({ service, postgres, generator }));
  const beganMs = Date.now();
  order += 1;
  const { url, apiKey } = service;
  const report = await generator.send({ url, apiKey, level, rate, count, prefix: `load-${order}` });
  const processes = await watch.end(report.decided);
  await wait(SETTLE_MS);
  const verdict = latencyOf(postgres === null ? report.seenAfterMs : await verdictTimes(postgres, beganMs));
  const calls = Object.fromEntries(report.calls.map(([name, times]) => [name, latencyOf(times)]));
  const { begun, decided, problems } = report;
  const measured = { rate, begun, decided, problems, verdict, calls, processes };
  const whyNot = whyNotHeld(measured);
  return { result: { ...measured, held: whyNot === null, whyNot }, report };
}
