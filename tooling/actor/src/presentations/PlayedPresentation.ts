import type { FaceObservation, Frame, SignalReadings } from '@huoti/core';
import type { LivenessResult, PlanStep, TraceChunk } from '@huoti/protocol';
import type { Presentation } from './Presentation.js';

/** A picture of a face as it may leave a device, and the face in it. */
export interface FaceCrop {
  readonly atMs: number;
  readonly picture: Frame;
  readonly face: FaceObservation;
}

/** A presentation after its session. */
export interface PlayedPresentation extends Omit<Presentation, 'act'> {
  readonly result: LivenessResult;
  /** `completed`, or the reason of the refusal. */
  readonly ending: string;
  /** Why, in words; empty for a completed one. */
  readonly detail: string;
  readonly frameCount: number;
  readonly durationMs: number;
  readonly steps: readonly PlanStep[];
  readonly chunks: readonly TraceChunk[];
  /** What the trace's signals read, and those of the pictures. */
  readonly signals: SignalReadings;
  /** About two a second. */
  readonly crops: readonly FaceCrop[];
  /** How the machine's time was spent, in ms of its own clock. */
  readonly costMs: { readonly drawing: number; readonly detecting: number; readonly whole: number };
}
