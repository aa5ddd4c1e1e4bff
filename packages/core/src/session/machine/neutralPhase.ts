import { faceScale } from '../../geometry/faceScale.js';
import { median } from '../median.js';
import { isNeutral } from './isNeutral.js';
import { openStep } from './revealingPhase.js';
import type { JudgedFrame } from './onFrame.js';
import { set, type StepContext } from './StepContext.js';

/** Between two actions: nothing counts until the face has rested for long enough. */
export function inNeutral(context: StepContext, frame: JudgedFrame): void {
  const { state } = context;
  const { neutral, baseline } = state;
  if (!neutral || !baseline || !frame.face) return;
  if (!isNeutral(frame.face, baseline)) {
    if (neutral.sinceMs !== null) set(context, { neutral: { ...neutral, sinceMs: null, scales: [] } });
    return;
  }
  const sinceMs = neutral.sinceMs ?? frame.timestampMs;
  const scales = [
    ...neutral.scales,
    faceScale(frame.face.landmarks, frame.face.pose, frame.face.frameWidthPx),
  ];
  if (frame.timestampMs - sinceMs < neutral.holdMs) {
    return set(context, { neutral: { ...neutral, sinceMs, scales } });
  }
  const rested = median(scales) ?? baseline.faceScale;
  // Nearer and farther are measured from where the person rests now, not from where they began.
  set(context, { baseline: { ...baseline, faceScale: rested } });
  openStep(context, frame.timestampMs, neutral.again);
}
