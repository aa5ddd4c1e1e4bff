import {
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  MOTION_UNITS_PER_SIDE,
  type Action,
  type TraceFrame,
} from '@huoti/protocol';
import type { SessionPhase } from '../session/SessionEvent.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import type { LitStage, SignalFrame } from './SignalFrame.js';

/** Where a session was when a frame came. */
export interface SignalMoment {
  readonly phase: SessionPhase;
  readonly action: Action | null;
  readonly lit: LitStage | null;
}

/**
 * A traced frame as signals read it.
 *
 * @param face what was restored of it (`restoreFrameFacts`); `null` without a face, or where it was no face's shape
 */
export function signalFrameOf(
  traced: TraceFrame,
  face: FaceObservation | null,
  { phase, action, lit }: SignalMoment,
): SignalFrame {
  const { timestampMs, frameWidthPx, frameHeightPx, backgroundMotion, hash } = traced;
  return {
    timestampMs,
    frameWidthPx,
    frameHeightPx,
    face: traced.landmarks === null ? null : face,
    faceColours: restoreColours(traced.faceColours),
    backgroundColours: restoreColours(traced.backgroundColours),
    backgroundMotion:
      backgroundMotion === null
        ? null
        : {
            x: backgroundMotion[0]! / MOTION_UNITS_PER_SIDE,
            y: backgroundMotion[1]! / MOTION_UNITS_PER_SIDE,
          },
    hash,
    phase,
    action,
    lit,
  };
}

function restoreColours(stored: Uint16Array): Float32Array {
  return Float32Array.from(stored, (value) =>
    value === COLOUR_NOT_SEEN ? NaN : value / COLOUR_UNITS_PER_LEVEL,
  );
}
