import { gzipSync } from 'node:zlib';
import { playOnlineSession } from '@huoti/core/testing';
import { decodeTraceChunk, type PlanStep } from '@huoti/protocol';
import { drawHolds, FRAME_MS, type PlanToRecord } from './drawHolds.js';
import type { Recording, Recordings } from './Recording.js';

/** What of an online session is kept. */
interface Played {
  readonly chunks: readonly Uint8Array[];
  readonly pictures: readonly (readonly Uint8Array[])[];
  readonly cutAtMs: readonly number[];
}

/** A session as it is sent again and again. */
export function toRecording({ chunks, pictures, cutAtMs }: Played, steps: readonly PlanStep[]): Recording {
  const traces = chunks.map(decodeTraceChunk);
  const times = traces.flatMap(({ frames }) => frames.map(({ timestampMs }) => timestampMs));
  const [first = 0] = times;
  return {
    chunks,
    packed: chunks.map((bytes) => gzipSync(bytes)),
    counts: traces.map((trace) => ({ frames: trace.frames.length, pictures: trace.pictures.length })),
    pictures,
    cutAtMs: cutAtMs.map((atMs) => atMs - first),
    durationMs: (times[times.length - 1] ?? first) - first,
    steps,
  };
}

/** One session of a synthetic person made of landmarks. */
export const recordTrace = ({ plan, steps }: PlanToRecord): Recording =>
  toRecording(playOnlineSession({ plan, steps, frameTime: (frame) => frame * FRAME_MS.trace }), steps);

/** Sessions at level trace for every plan that the service may draw. */
export function recordTraces(): Recordings {
  return new Map(drawHolds('trace').map((plan) => [plan.key, recordTrace(plan)]));
}
