import type {
  DatabaseResult,
  Latency,
  LevelResult,
  LoadResults,
  ProcessName,
  RateResult,
} from '../src/load/LoadResults.js';

const latency = (ms: number, count = 100): Latency => ({
  count,
  p50Ms: ms,
  p95Ms: 2 * ms,
  p99Ms: 3 * ms,
  maxMs: 4 * ms,
});

/** A rate that was kept up with, with this CPU time a session. */
export function sampleRate(
  cpuMs: Partial<Record<ProcessName, number>>,
  rest: Partial<RateResult> = {},
): RateResult {
  const rate = rest.rate ?? 4;
  return {
    rate,
    begun: 100,
    decided: 100,
    problems: {},
    verdict: latency(120),
    calls: { issue: latency(5), steps: latency(7, 500) },
    processes: Object.entries(cpuMs).map(([name, ms]) => ({
      name: name as ProcessName,
      cpuMsPerSession: ms,
      cores: (ms * rate) / 1000,
      busiestThread: (ms * rate) / 1000,
      rssStartMb: 100,
      rssEndMb: 101,
      rssMaxMb: 102,
      rssGrowthBytes: 10,
    })),
    held: true,
    whyNot: null,
    ...rest,
  };
}

const DATABASE: DatabaseResult = {
  statementsPerSession: 200,
  transactionsPerSession: 40,
  walBytesPerSession: 250_000,
  rowsWrittenPerSession: 60,
  idleStatementsPerS: 12,
  connections: 20,
  picturesPerSession: 0,
  pictureBytesPerSession: 0,
  otherPartBytesPerSession: 80_000,
  tables: [
    { table: 'huoti.blobs', rowsPerSession: 6, bytesPerSession: 100_000 },
    { table: 'huoti.sessions', rowsPerSession: 1, bytesPerSession: 4_000 },
    { table: 'huoti.parts', rowsPerSession: 6, bytesPerSession: 2_000 },
    { table: 'huoti.audit_entries', rowsPerSession: 4, bytesPerSession: 1_000 },
  ],
};

/** A whole run with made-up numbers. */
export function sampleLoad(changes: Partial<LoadResults> = {}): LoadResults {
  const level = (
    name: LevelResult['level'],
    database: LevelResult['database'],
    cpuMs: Partial<Record<ProcessName, number>>,
  ): LevelResult => ({
    level: name,
    database,
    actions: ['blink'],
    ramp: [sampleRate(cpuMs)],
    heldRate: 4,
    steady: sampleRate(cpuMs, { rate: 2.4 }),
    saturates: 'nothing, up to 4 sessions a second, where the ramp ends',
    uploadBytes: 80_000,
    requestsPerSession: 20,
    postgres: database === 'postgres' ? DATABASE : null,
  });
  return {
    measuredAt: '2026-11-23T12:00:00.000Z',
    quick: false,
    tookSeconds: 600,
    machine: {
      cores: 2,
      cpu: 'a processor',
      memoryGb: 8,
      node: '20.0.0',
      browser: 'none',
      loadAtStart: 0.2,
      loadAtEnd: 2,
      busy: false,
      postgres: 'PostgreSQL 18.4',
    },
    recompute: {
      trace: { seconds: 7, frames: 210, runs: 100, cpuMs: latency(12) },
      frames: {
        pictures: 9,
        runs: 10,
        verified: true,
        cpuMs: 550,
        modelsMs: 500,
        besideShare: 0.1,
      },
    },
    inProcess: {
      sessions: 10_000,
      consistent: 10_000,
      cpuMsPerSession: 30,
      heapStartMb: 20,
      heapEndMb: 20.1,
      rssStartMb: 150,
      rssEndMb: 151,
      heapGrowthBytes: 10,
      rssGrowthBytes: 100,
    },
    levels: [
      level('trace', 'postgres', { api: 30, worker: 20, postgres: 30, generator: 25 }),
      level('frames', 'postgres', { api: 60, worker: 600, postgres: 60, generator: 30 }),
      level('trace', 'embedded', { service: 200, generator: 25 }),
    ],
    forgetting: { parts: 1000, seconds: 2 },
    ...changes,
  };
}
