import { CLOCK_JUMP_MS } from '../deadlines.js';
import { refused, type Ending } from '../Ending.js';
import type { SessionInput } from './SessionInput.js';
import type { SessionState } from './SessionState.js';

/**
 * Whether time went on as watched time does: never back, never over a second at once. `null` when it did.
 * Before the first frame only going back is a fault: a permission prompt may stop a page.
 */
export function checkTime(state: SessionState, input: SessionInput): Ending | null {
  const { lastInputMs, lastFrameMs, lastFrameAtMs } = state;
  if (lastInputMs !== null && input.atMs < lastInputMs) {
    return refused(
      'EVIDENCE_INCONSISTENT',
      `the clock went back by ${(lastInputMs - input.atMs).toFixed(0)} ms`,
    );
  }
  const afterFallback = input.type === 'frame' && input.afterFallback;
  const watched = lastInputMs !== null && state.firstFrameMs !== null && !afterFallback;
  if (watched && input.atMs - lastInputMs > CLOCK_JUMP_MS + state.lagMs) {
    const jump = (input.atMs - lastInputMs).toFixed(0);
    return refused(
      'EVIDENCE_INCONSISTENT',
      `the clock jumped by ${jump} ms, at most ${CLOCK_JUMP_MS} are watched`,
    );
  }
  if (input.type !== 'frame' || lastFrameMs === null || lastFrameAtMs === null) return null;
  if (input.timestampMs < lastFrameMs) {
    const back = (lastFrameMs - input.timestampMs).toFixed(0);
    return refused('EVIDENCE_INCONSISTENT', `a frame is ${back} ms older than the one before it`);
  }
  const frameStep = input.timestampMs - lastFrameMs;
  const clockStep = input.atMs - lastFrameAtMs;
  if (frameStep - clockStep > CLOCK_JUMP_MS) {
    const got = `${frameStep.toFixed(0)} ms between two frames`;
    return refused('EVIDENCE_INCONSISTENT', `${got}, ${clockStep.toFixed(0)} ms on the clock`);
  }
  return null;
}
