import type { SignalMoment } from '../../antispoof/signalFrameOf.js';
import { askedAction } from './askedAction.js';
import type { SessionState } from './SessionState.js';

/** Where a session is when the next frame comes: what signals are told beside the frame's own numbers. */
export function signalMomentOf(state: SessionState): SignalMoment {
  const { phase } = state;
  return { phase, action: phase === 'challenge' ? (askedAction(state)?.action ?? null) : null, lit: null };
}
