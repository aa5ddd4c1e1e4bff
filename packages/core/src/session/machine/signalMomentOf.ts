import type { SignalMoment } from '../../antispoof/signalFrameOf.js';
import { askedAction } from './askedAction.js';
import { litStageOf } from './litStageOf.js';
import type { SessionState } from './SessionState.js';

/**
 * Where a session is when the next frame comes: what signals are told beside the frame's own numbers.
 *
 * @param timestampMs of the frame
 */
export function signalMomentOf(state: SessionState, timestampMs: number): SignalMoment {
  const { phase } = state;
  const action = phase === 'challenge' ? (askedAction(state)?.action ?? null) : null;
  return { phase, action, lit: litStageOf(state, timestampMs) };
}
