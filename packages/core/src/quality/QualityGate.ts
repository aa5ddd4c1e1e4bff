import type { GateCode } from '@huoti/protocol';
import type { FrameStatistics } from '../frame/FrameStatistics.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** What one gate says of one frame. */
export interface GateReading {
  readonly pass: boolean;
  readonly code: GateCode;
  readonly measured: number;
  readonly limit: number;
  /** Of `measured` and `limit`: `px`, `rad`, `share`, `luma`, `ratio`, `faces`. */
  readonly unit: string;
}

/** One thing that a frame must have before a person is judged by it. Pure. */
export interface QualityGate {
  readonly name: string;
  /** One reading for each limit that the gate watches. */
  check(observation: FaceObservation, frameStatistics: FrameStatistics): readonly GateReading[];
}
