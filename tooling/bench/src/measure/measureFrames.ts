import type { EngineId } from '../engines/EngineId.js';
import type { FrameResult, RoundResult } from '../report/BenchResults.js';
import { median } from '../statistics/median.js';
import { percentile } from '../statistics/percentile.js';
import { spreadOf } from '../statistics/spreadOf.js';
import type { Contestant } from './Contestant.js';
import type { Problems } from './createProblems.js';
import type { Host } from './Host.js';
import { rotated } from './rotated.js';

/** Frames that one engine takes before the next has its turn: under half a second, so that noise falls on all alike. */
const BLOCK_FRAMES = 20;
/** Frames of a slow engine in a whole round: seconds as well. */
const SLOW_BLOCK_FRAMES = 4;
/** Frames before the first that counts. */
const WARM_UP_FRAMES = 20;
const SLOW_WARM_UP_FRAMES = 2;

/** What {@link measureFrames} takes. */
export interface FrameOptions {
  contestants: readonly Contestant[];
  problems: Problems;
  frameCount: number;
  rounds: number;
}

interface Lane {
  readonly contestant: Contestant;
  readonly host: Host;
  readonly rounds: RoundResult[];
  times: number[];
  frameCount: number;
  foundCount: number;
}

/**
 * Runs all engines side by side, in pages of one browser, taking turns by blocks of frames; a round is all frames once
 * (a few of them for a slow engine).
 */
export async function measureFrames({
  contestants,
  problems,
  frameCount,
  rounds,
}: FrameOptions): Promise<Map<EngineId, FrameResult>> {
  const lanes: Lane[] = [];
  for (const contestant of contestants) {
    const { engine, openShared } = contestant;
    const host = await problems.guard(engine.id, 'warm-up', async () => {
      const opened = await openShared();
      try {
        await opened.keepFrames(frameCount);
        await opened.start();
        await opened.block(0, engine.slow ? SLOW_WARM_UP_FRAMES : WARM_UP_FRAMES);
        return opened;
      } catch (error) {
        await opened.close();
        throw error;
      }
    });
    if (host) lanes.push({ contestant, host, rounds: [], times: [], frameCount: 0, foundCount: 0 });
  }

  const run = async (lane: Lane, fromFrame: number, count: number): Promise<void> => {
    const { id } = lane.contestant.engine;
    const block = await problems.guard(id, 'frames', () => lane.host.block(fromFrame, count));
    if (!block) return;
    lane.times.push(...block.frameMs);
    lane.frameCount += block.frameMs.length;
    lane.foundCount += block.foundCount;
  };

  for (let round = 0; round < rounds; round++) {
    for (let from = 0; from < frameCount; from += BLOCK_FRAMES) {
      for (const lane of rotated(lanes, round + from / BLOCK_FRAMES)) {
        const { slow } = lane.contestant.engine;
        if (!slow) await run(lane, from, Math.min(BLOCK_FRAMES, frameCount - from));
        else if (from === 0) await run(lane, round * SLOW_BLOCK_FRAMES, SLOW_BLOCK_FRAMES);
      }
    }
    for (const lane of lanes) {
      const { times } = lane;
      lane.times = [];
      if (times.length === 0) continue;
      lane.rounds.push({
        medianMs: median(times),
        p95Ms: percentile(times, 95),
        frameCount: times.length,
      });
    }
  }
  for (const { contestant, host } of lanes) {
    await problems.guard(contestant.engine.id, 'closing', () => host.close());
  }
  return new Map(lanes.map((lane) => [lane.contestant.engine.id, toResult(lane)]));
}

const toResult = ({ rounds, frameCount, foundCount }: Lane): FrameResult => ({
  rounds,
  medianMs: spreadOf(rounds.map(({ medianMs }) => medianMs)),
  p95Ms: spreadOf(rounds.map(({ p95Ms }) => p95Ms)),
  frameCount,
  foundCount,
});
