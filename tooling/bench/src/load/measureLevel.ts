import { setTimeout as wait } from 'node:timers/promises';
import type { LevelAmount } from './LoadAmount.js';
import type { DatabaseResult, LevelResult, RateResult } from './LoadResults.js';
import { measureRate, watchedProcesses, type LoadTarget } from './measureRate.js';
import { saturationOf } from './saturationOf.js';
import { databaseFacts, databaseResult, idleRate } from './service/databaseFacts.js';
import { watchProcesses } from './service/watchProcesses.js';
import { withoutIdle } from './withoutIdle.js';
import { LOAD_POLICIES, type LoadLevel } from './service/loadPolicies.js';

/** Share of the rate that was held at which the long look is taken: a service that is run at its limit says nothing of itself. */
const STEADY_SHARE = 0.6;
/** How long the service is watched without work, in s. */
const IDLE_S = 8;

/** What {@link measureLevel} takes. */
export interface MeasureLevelOptions {
  readonly level: LoadLevel;
  readonly amount: LevelAmount;
  /** Instead of as many as fit the amount's time. */
  readonly sessions?: number;
  readonly cores: number;
  readonly say: (line: string) => void;
}

/** Raises the rate until it is too much, then sends at a rate that holds, for longer. */
export async function measureLevel(
  target: LoadTarget,
  { level, amount, sessions, cores, say }: MeasureLevelOptions,
): Promise<LevelResult> {
  const { postgres } = target;
  const [lowest = 1] = amount.rates;
  // Nothing is measured here: code is compiled, models are loaded, connections are opened.
  await measureRate(target, { level, rate: lowest, count: Math.max(2, Math.ceil(lowest * 4)) });
  const ramp: RateResult[] = [];
  for (const rate of amount.rates) {
    say(`${level}: ${rate} sessions a second`);
    const count = Math.max(2, Math.ceil(rate * amount.rampS));
    ramp.push((await measureRate(target, { level, rate, count })).result);
    if (ramp[ramp.length - 1]?.held === false) break;
  }
  const held = ramp.filter((one) => one.held).map(({ rate }) => rate);
  const heldRate = held.length === 0 ? null : Math.max(...held);
  const rate = STEADY_SHARE * (heldRate ?? lowest);

  const idleBefore = postgres === null ? null : await databaseFacts(postgres);
  const watch = await watchProcesses(watchedProcesses(target));
  await wait(IDLE_S * 1000);
  const idle = await watch.end(1);
  const idleStatementsPerS =
    postgres === null || idleBefore === null
      ? 0
      : idleRate(idleBefore, await databaseFacts(postgres), IDLE_S);
  const before = postgres === null ? null : await databaseFacts(postgres);
  const count = sessions ?? Math.max(3, Math.ceil(rate * amount.steadyS));
  say(`${level}: ${count} sessions, ${rate.toFixed(1)} a second`);
  const startedMs = performance.now();
  const { result, report } = await measureRate(target, { level, rate, count });
  const seconds = (performance.now() - startedMs) / 1000;
  let database: DatabaseResult | null = null;
  if (postgres !== null && before !== null) {
    const after = await databaseFacts(postgres);
    database = databaseResult(before, after, { sessions: report.decided, seconds, idleStatementsPerS });
  }
  return {
    level,
    database: postgres === null ? 'embedded' : 'postgres',
    actions: LOAD_POLICIES[`load-${level}`].actions,
    ramp,
    heldRate,
    steady: { ...result, processes: withoutIdle(result.processes, idle) },
    saturates: saturationOf(ramp, cores),
    uploadBytes: report.uploadBytes / Math.max(1, report.decided),
    requestsPerSession: report.requests / Math.max(1, report.decided),
    postgres: database,
  };
}
