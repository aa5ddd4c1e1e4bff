import type { PlanStep, TraceChunk } from '@huoti/protocol';
import { MAX_REPLAY_FALLBACKS } from './replayLimits.js';

/**
 * Whether chunks follow each other as one session's do, before anything is judged.
 *
 * @returns got and expected of the first fault; `null` without one
 */
export function checkStructure(chunks: readonly TraceChunk[], steps: readonly PlanStep[]): string | null {
  if (chunks.length === 0) return 'no chunk at all, at least 1 is expected';
  let lastMs: number | null = null;
  let fallbacks = 0;
  for (let at = 0; at < chunks.length; at++) {
    const { index, revealFrame, frames } = chunks[at]!;
    if (index !== at) return `chunk ${index} in place ${at}`;
    if (revealFrame > frames.length || (at === 0 && revealFrame !== 0)) {
      return `chunk ${at} was revealed at frame ${revealFrame} of ${frames.length}`;
    }
    // A session that ended while it waited for a step leaves one chunk more than steps, in which nothing was revealed.
    const waiting = at === chunks.length - 1 && at === steps.length + 1 && revealFrame === frames.length;
    if (at > steps.length && !waiting) return `${chunks.length} chunks for ${steps.length} revealed steps`;
    for (const { timestampMs } of frames) {
      if (lastMs !== null && timestampMs < lastMs) {
        return `chunk ${at}: a frame at ${timestampMs} ms after one at ${lastMs} ms`;
      }
      lastMs = timestampMs;
    }
    fallbacks += frames.filter(({ afterFallback }) => afterFallback).length;
  }
  return fallbacks > MAX_REPLAY_FALLBACKS
    ? `the engine fell back ${fallbacks} times, at most ${MAX_REPLAY_FALLBACKS} are possible`
    : null;
}
