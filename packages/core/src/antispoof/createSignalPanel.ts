import type { TraceFrame } from '@huoti/protocol';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { createTraceSignals } from './createTraceSignals.js';
import { signalFrameOf, type SignalMoment } from './signalFrameOf.js';
import type { FamilyReading, SignalReadings } from './SignalReadings.js';
import type { SpoofSignal } from './SpoofSignal.js';

/** All signals of one session, fed together. */
export interface SignalPanel {
  /** @param face what was restored of the traced frame; `null` without one */
  push(traced: TraceFrame, face: FaceObservation | null, moment: SignalMoment): void;
  read(): SignalReadings;
  reset(): void;
}

/**
 * @param options.signals @default every signal that a trace feeds
 * @example
 * const panel = createSignalPanel();
 * for (const frame of chunk.frames) panel.push(frame, restoreFrameFacts(frame).observations[0] ?? null, moment);
 * const { 'turn-depth': depth } = panel.read();
 */
export function createSignalPanel({
  signals = createTraceSignals(),
}: { signals?: readonly SpoofSignal[] } = {}): SignalPanel {
  return {
    push(traced, face, moment) {
      const frame = signalFrameOf(traced, face, moment);
      for (const signal of signals) signal.push(frame);
    },
    read() {
      const readings: Record<string, FamilyReading> = {};
      for (const signal of signals) readings[signal.name] = { family: signal.family, reading: signal.read() };
      return readings;
    },
    reset() {
      for (const signal of signals) signal.reset();
    },
  };
}
