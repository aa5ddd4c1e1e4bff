import type { LitStage } from '../../antispoof/SignalFrame.js';
import type { SessionState } from './SessionState.js';

/**
 * Which colour was on the glass when a frame was captured, as far as the session knew before it was told of the frame.
 *
 * @param timestampMs of the frame
 */
export function litStageOf({ light }: Pick<SessionState, 'light'>, timestampMs: number): LitStage | null {
  if (!light || !light.glass) return null;
  // A frame may be judged after the screen has answered, and have been captured before.
  return timestampMs >= light.glass.shownAtMs ? light.glass : light.glassBefore;
}
