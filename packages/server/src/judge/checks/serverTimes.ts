import type { TraceChunk } from '@huoti/protocol';
import type { RevealStamp } from '../../ports/rows.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * How much shorter the server's time may be than the trace's, in ms: a post that was held up by the network and one that
 * was not lie closer together than what they commit. A trace that runs longer than its session did was not recorded in it.
 */
export const UNDERRUN_MS = 2_000;

/** How much longer the server's time may be than the trace's, in ms, from the first reveal to the last commitment (protocol: 3 s). */
export const OVERRUN_MS = 3_000;

/**
 * The trace took as long as the server saw it take. What comes before the first commitment was recorded since the plan was
 * asked for, not before. Between any two commitments its frames fill the time between their
 * stamps, no more than {@link UNDERRUN_MS} beyond it; and from the first reveal to the last commitment there is no time to
 * make a trace up, since what is committed can no longer be changed. What comes after the last commitment is upload, which
 * a bad network may stretch.
 */
export function serverTimes(
  chunks: readonly TraceChunk[],
  { begunAtMs, reveals }: { readonly begunAtMs: number; readonly reveals: readonly RevealStamp[] },
): CheckOutcome<void> {
  const expected = `the server's time ${-UNDERRUN_MS} to ${OVERRUN_MS} ms beyond the trace's`;
  const ends = chunks.map(({ frames }) => frames[frames.length - 1]?.timestampMs ?? NaN);
  const beyond = (from: number, to: number): number =>
    reveals[to]!.atMs - reveals[from]!.atMs - (ends[to]! - ends[from]!);
  const last = chunks.length - 1;
  if (last < 0 || !ends.every(Number.isFinite)) return failed('a chunk without frames', expected);
  const beforeMs = reveals[0]!.atMs - begunAtMs - (ends[0]! - chunks[0]!.frames[0]!.timestampMs);
  if (!(beforeMs >= -UNDERRUN_MS)) return failed(`${beforeMs} ms from the plan to chunk 0`, expected);
  for (let to = 1; to <= last; to += 1) {
    for (let from = 0; from < to; from += 1) {
      if (!(beyond(from, to) >= -UNDERRUN_MS)) {
        return failed(`${beyond(from, to)} ms from chunk ${from} to ${to}`, expected);
      }
    }
  }
  const got = `${beyond(0, last)} ms`;
  return beyond(0, last) <= OVERRUN_MS ? held(got, expected, undefined) : failed(got, expected);
}
