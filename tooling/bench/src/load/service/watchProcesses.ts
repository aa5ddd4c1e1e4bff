import { slopeOf } from '../../statistics/slopeOf.js';
import type { ProcessName, ProcessResult } from '../LoadResults.js';
import { readThreads, readUsage, type Usage } from './readUsage.js';

/** A process that is watched. */
export interface WatchedProcess {
  readonly name: ProcessName;
  readonly pid: number;
  readonly family?: boolean;
}

interface Sample extends Usage {
  readonly atMs: number;
}

const EVERY_MS = 1_000;
/** Share of the samples in which a process still settles. */
const SETTLING_SHARE = 0.2;
const MB = 1e6;

/** Looks at processes every second until it is told to end. */
export async function watchProcesses(
  processes: readonly WatchedProcess[],
): Promise<{ end(sessions: number): Promise<readonly ProcessResult[]> }> {
  const samples = new Map<ProcessName, Sample[]>(processes.map(({ name }) => [name, []]));
  const look = async (): Promise<void> => {
    for (const { name, pid, family = false } of processes)
      samples.get(name)?.push({ atMs: performance.now(), ...(await readUsage(pid, { family })) });
  };
  const threadsOf = (): Promise<readonly ReadonlyMap<string, number>[]> =>
    Promise.all(processes.map(({ pid }) => readThreads(pid)));
  const threadsBefore = await threadsOf();
  await look();
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(look).catch(() => undefined);
  }, EVERY_MS);
  return {
    async end(sessions) {
      clearInterval(timer);
      await last;
      await look();
      const threads = await threadsOf();
      return processes.map(({ name }, at) => ({
        ...resultOf(name, samples.get(name) ?? [], sessions),
        busiestThread: busiestOf(threadsBefore[at], threads[at], samples.get(name) ?? []),
      }));
    },
  };
}

/** CPU seconds a second of the thread that worked most. */
function busiestOf(
  before: ReadonlyMap<string, number> = new Map(),
  after: ReadonlyMap<string, number> = new Map(),
  samples: readonly Sample[],
): number {
  const durationMs = (samples[samples.length - 1]?.atMs ?? NaN) - (samples[0]?.atMs ?? NaN);
  return Math.max(...[...after].map(([id, ms]) => ms - (before.get(id) ?? 0))) / durationMs;
}

/** What samples say; sessions are taken to have come evenly. */
export function resultOf(
  name: ProcessName,
  samples: readonly Sample[],
  sessions: number,
): Omit<ProcessResult, 'busiestThread'> {
  const first = samples[0];
  const last = samples[samples.length - 1];
  if (!first || !last) throw new TypeError(`${name} was never looked at`);
  const durationMs = last.atMs - first.atMs;
  const cpuMs = last.cpuMs - first.cpuMs;
  const settled = samples.slice(Math.floor(samples.length * SETTLING_SHARE));
  const perMs = slopeOf(settled.map(({ atMs, rssBytes }) => ({ x: atMs, y: rssBytes })));
  return {
    name,
    cpuMsPerSession: cpuMs / Math.max(1, sessions),
    cores: cpuMs / durationMs,
    rssStartMb: first.rssBytes / MB,
    rssEndMb: last.rssBytes / MB,
    rssMaxMb: Math.max(...samples.map(({ rssBytes }) => rssBytes)) / MB,
    rssGrowthBytes: (perMs * durationMs) / Math.max(1, sessions),
  };
}
