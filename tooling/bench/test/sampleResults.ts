import { ENGINES } from '../src/engines/engines.js';
import type { EngineId } from '../src/engines/EngineId.js';
import type { BenchResults, EngineResult } from '../src/report/BenchResults.js';
import { spreadOf } from '../src/statistics/spreadOf.js';

/** The numbers that a made-up engine shows. */
export interface SampleNumbers {
  roundMs: readonly number[];
  firstResultMs: readonly number[];
  brotli: number;
}

const DEFAULTS: Readonly<Record<EngineId, SampleNumbers>> = {
  'huoti-worker': { roundMs: [12, 13], firstResultMs: [130, 150], brotli: 2.0e6 },
  'huoti-main-thread': { roundMs: [11, 11], firstResultMs: [120, 140], brotli: 2.0e6 },
  mediapipe: { roundMs: [15, 16], firstResultMs: [300, 320], brotli: 4.7e6 },
  'mediapipe-default': { roundMs: [150, 170], firstResultMs: [4000], brotli: 4.7e6 },
  'raw-webgl': { roundMs: [270, 280], firstResultMs: [9500], brotli: 2.6e6 },
  human: { roundMs: [60, 70], firstResultMs: [700, 720], brotli: 4e6 },
  'huoti-node': { roundMs: [10, 10], firstResultMs: [200, 210], brotli: 0 },
};

function engine(id: EngineId, { roundMs, firstResultMs, brotli }: SampleNumbers): EngineResult {
  const { name, version } = ENGINES.find((one) => one.id === id) ?? { name: id, version: '' };
  return {
    id,
    name,
    version,
    starts: {
      samples: firstResultMs.map((ms) => ({ loadMs: ms - 20, firstResultMs: ms })),
      loadMs: spreadOf(firstResultMs.map((ms) => ms - 20)),
      firstResultMs: spreadOf(firstResultMs),
    },
    frames: {
      rounds: roundMs.map((medianMs) => ({ medianMs, p95Ms: medianMs * 1.5, frameCount: 60 })),
      medianMs: spreadOf(roundMs),
      p95Ms: spreadOf(roundMs.map((ms) => ms * 1.5)),
      frameCount: 120,
      foundCount: 119,
    },
    bytes:
      brotli === 0
        ? null
        : { raw: brotli * 2, brotli, files: [{ name: 'weights.bin', raw: brotli * 2, brotli }] },
    sessions: {
      sessionCount: 100,
      framesPerSession: 3,
      tensorsLeft: id === 'huoti-worker' ? null : 0,
      workersLeft: 0,
      heapBytes: 5e6,
      rssBytes: 2e8,
      gpuRssBytes: null,
      heapGrowthBytes: 100,
      rssGrowthBytes: 1000,
      gpuRssGrowthBytes: null,
      tensorGrowth: 0,
      leaks: [],
    },
    problems: [],
  };
}

/** A whole run with made-up numbers. */
export function sampleResults(
  changes: Partial<Record<EngineId, Partial<SampleNumbers>>> = {},
  rest: Partial<BenchResults> = {},
): BenchResults {
  return {
    measuredAt: '2026-11-23T12:00:00.000Z',
    quick: false,
    tookSeconds: 300,
    machine: {
      cores: 2,
      cpu: 'a processor',
      memoryGb: 8,
      node: '20.0.0',
      browser: 'Chromium 156',
      loadAtStart: 0.2,
      loadAtEnd: 2,
      busy: false,
    },
    frames: { kind: 'synthetic', description: '60 frames of 3 synthetic people', faceWidthPx: 250 },
    engines: ENGINES.map(({ id }) => engine(id, { ...DEFAULTS[id], ...changes[id] })),
    ...rest,
  };
}
