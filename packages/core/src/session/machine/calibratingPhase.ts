import { createBaselineCollector } from '../../challenge/createBaselineCollector.js';
import { createCutMonitor } from '../../geometry/createCutMonitor.js';
import { createSignatureMonitor } from '../../geometry/createSignatureMonitor.js';
import type { JudgedFrame } from './onFrame.js';
import { openStep } from './revealingPhase.js';
import { enter, set, type StepContext } from './StepContext.js';

/** A face that fails its gates for this long, in ms, while the baseline is taken is looked for again. Judgement. */
export const CALIBRATION_LOST_MS = 700;

/** The first frame that passes every gate begins the baseline. */
export function inFinding(context: StepContext, frame: JudgedFrame): void {
  if (frame.failure) return;
  set(context, {
    collector: createBaselineCollector(),
    signature: createSignatureMonitor(),
    cut: createCutMonitor(),
  });
  enter(context, 'calibrating', frame.timestampMs);
}

/** Frames that pass every gate teach how this person looks at rest; then the first window opens. */
export function inCalibrating(context: StepContext, frame: JudgedFrame): void {
  const { state } = context;
  const { face, failure } = frame;
  if (!face || !state.collector) return;
  if (failure) {
    if (state.gate && frame.timestampMs - state.gate.sinceMs > CALIBRATION_LOST_MS) {
      set(context, { collector: null, signature: null, cut: null });
      enter(context, 'finding', frame.timestampMs);
    }
    return;
  }
  const baseline = state.collector.update(face);
  if (!baseline) return;
  set(context, { baseline, collector: null });
  openStep(context, frame.timestampMs, false);
}
