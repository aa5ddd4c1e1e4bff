import type { SignalMoment } from '../../antispoof/signalFrameOf.js';
import type { SessionState } from './SessionState.js';

/** Where a session is when the next frame comes: what signals are told beside the frame's own numbers. */
export function signalMomentOf({ phase, plan, stepIndex }: SessionState): SignalMoment {
  const action = phase === 'challenge' ? (plan.steps[stepIndex]?.action ?? null) : null;
  return { phase, action, lit: null };
}
