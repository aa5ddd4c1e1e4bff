import type { TraceFrame } from '@huoti/protocol';

/** Zeroes what a traced frame holds of a face. */
export function wipeTraceFrame(frame: TraceFrame): void {
  frame.landmarks?.fill(0);
  frame.faceColours.fill(0);
  frame.backgroundColours.fill(0);
  frame.backgroundMotion?.fill(0);
}
