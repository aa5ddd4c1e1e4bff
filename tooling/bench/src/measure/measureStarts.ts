import type { EngineId } from '../engines/EngineId.js';
import type { StartSample } from '../page/BenchPage.js';
import type { StartResult } from '../report/BenchResults.js';
import { spreadOf } from '../statistics/spreadOf.js';
import type { Contestant } from './Contestant.js';
import type { Problems } from './createProblems.js';
import { rotated } from './rotated.js';

/** Frames at hand when an engine starts: one, and some more for an engine that misses the first. */
const FRAMES = 10;

/** What {@link measureStarts} takes. */
export interface StartOptions {
  contestants: readonly Contestant[];
  problems: Problems;
  /** Frames that there are. */
  frameCount: number;
  rounds: number;
  /** Slow engines start in the first rounds only. */
  slowRounds: number;
}

/** Starts every engine, one after the other and again, each time in a browser or process of its own. */
export async function measureStarts({
  contestants,
  problems,
  frameCount,
  rounds,
  slowRounds,
}: StartOptions): Promise<Map<EngineId, StartResult>> {
  const samples = new Map<EngineId, StartSample[]>();
  for (let round = 0; round < rounds; round++) {
    for (const { engine, openFresh } of rotated(contestants, round)) {
      if ((engine.slow && round >= slowRounds) || problems.of(engine.id).length > 0) continue;
      const sample = await problems.guard(engine.id, 'start', async () => {
        const host = await openFresh();
        try {
          await host.keepFrames(Math.min(FRAMES, frameCount));
          return await host.start();
        } finally {
          await host.close();
        }
      });
      if (sample) samples.set(engine.id, [...(samples.get(engine.id) ?? []), sample]);
    }
  }
  return new Map(
    [...samples].map(([id, list]) => [
      id,
      {
        samples: list,
        loadMs: spreadOf(list.map(({ loadMs }) => loadMs)),
        firstResultMs: spreadOf(list.map(({ firstResultMs }) => firstResultMs)),
      },
    ]),
  );
}
