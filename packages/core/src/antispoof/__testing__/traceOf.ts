import type { TraceFrame } from '@huoti/protocol';
import { restoreFrameFacts } from '../../evidence/restoreFrameFacts.js';
import { traceFrameOf } from '../../evidence/traceFrameOf.js';
import { fakePixelFacts } from '../../testing/onlineSession/fakePixelFacts.js';
import { GOOD_STATISTICS } from '../../testing/playSession.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { SignalFrame } from '../SignalFrame.js';
import { signalFrameOf } from '../signalFrameOf.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';

/** What a camera sees at a time; `null` without a face. */
export type Sight = (atMs: number) => FaceObservation | null;

/** What a camera leaves in a trace. */
export function traceOf(
  sight: Sight,
  { fps = 30, seconds = 8, seed = 1 }: { fps?: number; seconds?: number; seed?: number } = {},
): TraceFrame[] {
  return Array.from({ length: Math.floor(fps * seconds) }, (_value, frame) => {
    const timestampMs = Math.floor((frame * 1000) / fps);
    const face = sight(timestampMs);
    const facts = {
      timestampMs,
      afterFallback: false,
      frameWidthPx: face?.frameWidthPx ?? 480,
      frameHeightPx: face?.frameHeightPx ?? 640,
      observations: face === null ? [] : [face],
      statistics: GOOD_STATISTICS,
    };
    return traceFrameOf(facts, fakePixelFacts(face, timestampMs, seed));
  });
}

/** The trace as signals read it, where nothing is asked for. */
export function signalFramesOf(trace: readonly TraceFrame[]): SignalFrame[] {
  return trace.map((frame) =>
    signalFrameOf(frame, restoreFrameFacts(frame).observations[0] ?? null, {
      phase: 'finding',
      action: null,
      lit: null,
    }),
  );
}

/** What a signal says after the whole trace. */
export function readingOf(signal: SpoofSignal, trace: readonly TraceFrame[]): SignalMeasurement {
  for (const frame of signalFramesOf(trace)) signal.push(frame);
  return signal.read();
}

/** The score, or NaN where there is none: no comparison holds for it. */
export const scoreOf = (reading: SignalMeasurement): number =>
  reading.kind === 'measured' ? reading.score : NaN;

/** One of the measures, likewise. */
export const measureOf = (reading: SignalMeasurement, name: string): number =>
  reading.kind === 'measured' ? (reading.measures[name] ?? NaN) : NaN;

/** Why there is no score. */
export const reasonOf = (reading: SignalMeasurement): string | null =>
  reading.kind === 'unavailable' ? reading.reason : null;
