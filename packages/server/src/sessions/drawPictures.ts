import type { PictureReference } from '@huoti/protocol';
import type { SecureRandom } from '../ports/SecureRandom.js';
import { randomBelow } from './randomBelow.js';

/** protocol.md: the server names 8 to 12. */
const FEWEST = 8;
const MOST = 12;

/**
 * Draws which pictures to send, from how many each chunk was committed with: at least one from the later two thirds of each
 * chunk after a reveal, where the action is, one from the last third of chunk 0, where the face is calibrated and frontal,
 * and one from each stage of light: the stages last about as long as one another, so each has its own part of its chunk. Empty
 * where a chunk has none or all together are too few: such evidence can't be recomputed.
 *
 * @param options.counts pictures of each chunk, chunk 0 first
 * @param options.stages of light in each chunk; 0 where its step is an action. @default none
 */
export function drawPictures({
  random,
  counts,
  stages = [],
}: {
  random: SecureRandom;
  counts: readonly number[];
  stages?: readonly number[];
}): readonly PictureReference[] {
  const zones = counts.flatMap((count, chunk) => zonesOf(count, chunk, stages[chunk] ?? 0));
  if (zones.some((zone) => zone.length === 0)) return [];
  const take = (from: PictureReference[]): PictureReference[] =>
    from.splice(randomBelow(random, from.length), 1);
  const drawn = zones.flatMap(take);
  const wanted = Math.max(drawn.length, FEWEST + randomBelow(random, MOST - FEWEST + 1));
  const rest = zones.flat();
  // A quick person before a slow phone leaves few pictures: then any moment of an action will do, and at last one before the first.
  const spare = [
    counts.flatMap((count, chunk) => (chunk === 0 || (stages[chunk] ?? 0) > 0 ? [] : earlyOf(count, chunk))),
    earlyOf(counts[0] ?? 0, 0),
  ];
  while (drawn.length < wanted && rest.length > 0) drawn.push(...take(rest));
  for (const early of spare) while (drawn.length < FEWEST && early.length > 0) drawn.push(...take(early));
  if (drawn.length < FEWEST || drawn.length > MOST) return [];
  return drawn.sort((a, b) => a.chunk - b.chunk || a.index - b.index);
}

/** The early third of an action; of chunk 0 the middle one, since whoever comes before the camera is still moving at its start. */
function earlyOf(count: number, chunk: number): PictureReference[] {
  const third = Math.floor(count / 3);
  const first = chunk === 0 ? third : 0;
  const end = chunk === 0 ? Math.floor((count * 2) / 3) : third;
  return Array.from({ length: end - first }, (_, at) => ({ chunk, index: first + at }));
}

/** Where one picture at least is taken from: places of one chunk. */
function zonesOf(count: number, chunk: number, stages: number): PictureReference[][] {
  const range = (first: number, end: number): PictureReference[] =>
    Array.from({ length: Math.max(0, end - first) }, (_, at) => ({ chunk, index: first + at }));
  if (chunk === 0) return [range(Math.floor((count * 2) / 3), count)];
  if (stages === 0) return [range(Math.floor(count / 3), count)];
  return Array.from({ length: stages }, (_, stage) =>
    range(Math.floor((count * stage) / stages), Math.floor((count * (stage + 1)) / stages)),
  );
}
