import type { SessionResult } from '../report/BenchResults.js';
import { slopeOf } from '../statistics/slopeOf.js';
import type { Contestant } from './Contestant.js';
import type { MemorySample } from './Host.js';
import { leaksOf } from './leaksOf.js';
import { settledGrowth, type Look } from './settledGrowth.js';

const FRAMES_PER_SESSION = 3;
/** Memory is looked at this often, in sessions; a slow engine's after each. */
const SAMPLE_EVERY = 10;
/** Resident memory at which an engine is stopped before the machine is, in bytes. */
const MEMORY_LIMIT_BYTES = 2.5e9;

/** What {@link measureSessions} takes. */
export interface SessionOptions {
  contestant: Contestant;
  sessions: number;
  /** No session starts after this time, in ms; how many there were is in the result. */
  limitMs: number;
}

interface Sample extends MemorySample {
  readonly session: number;
  readonly tensors: number | null;
}

/** Create, three frames, dispose; many times in one page or process. */
export async function measureSessions({
  contestant,
  sessions,
  limitMs,
}: SessionOptions): Promise<SessionResult> {
  const host = await contestant.openFresh();
  try {
    await host.keepFrames(FRAMES_PER_SESSION);
    const samples: Sample[] = [];
    const startedMs = performance.now();
    const every = contestant.engine.slow ? 1 : Math.max(1, Math.min(SAMPLE_EVERY, Math.floor(sessions / 5)));
    let session = 0;
    const look = async (): Promise<Sample> => {
      const sample = { session, tensors: await host.tensors(), ...(await host.memory()) };
      samples.push(sample);
      return sample;
    };
    while (session < sessions && performance.now() - startedMs < limitMs) {
      await host.session(FRAMES_PER_SESSION);
      session++;
      if (session % every === 0 && ((await look()).rssBytes ?? 0) > MEMORY_LIMIT_BYTES) break;
    }
    return toResult(samples.length > 0 ? samples : [await look()], session);
  } finally {
    await host.close();
  }
}

function toResult(samples: readonly Sample[], sessionCount: number): SessionResult {
  const last = samples[samples.length - 1] as Sample;
  const looks = (pick: (sample: Sample) => number | null): Look[] =>
    samples.map((sample) => ({ session: sample.session, value: pick(sample) }));
  const result = {
    sessionCount,
    framesPerSession: FRAMES_PER_SESSION,
    tensorsLeft: last.tensors,
    workersLeft: last.workerCount,
    heapBytes: last.heapBytes,
    rssBytes: last.rssBytes,
    gpuRssBytes: last.gpuRssBytes,
    heapGrowthBytes: settledGrowth(looks(({ heapBytes }) => heapBytes)),
    rssGrowthBytes: settledGrowth(looks(({ rssBytes }) => rssBytes)),
    gpuRssGrowthBytes: settledGrowth(looks(({ gpuRssBytes }) => gpuRssBytes)),
    // Counted, not guessed from pages: every look says something.
    tensorGrowth: tensorGrowthOf(samples),
  };
  return { ...result, leaks: leaksOf(result) };
}

function tensorGrowthOf(samples: readonly Sample[]): number | null {
  const points = samples.flatMap(({ session, tensors }) =>
    tensors === null ? [] : [{ x: session, y: tensors }],
  );
  return points.length < 2 ? null : slopeOf(points);
}
