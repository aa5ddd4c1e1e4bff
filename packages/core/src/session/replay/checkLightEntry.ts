import type { LightLogEntry } from '@huoti/protocol';
import type { SessionState } from '../machine/SessionState.js';
import { REPLAY_LAG_MS } from './replayLimits.js';

/**
 * Whether a colour can have come onto the glass as a log says: the session had asked for this one, and it was shown neither
 * before it was asked for nor after it was told of.
 *
 * @param nextFrameMs when the first frame was captured that was judged after the session was told of the colour
 * @returns got and expected; `null` where it can
 */
export function checkLightEntry(
  { stage, attempt, shownAtMs }: LightLogEntry,
  { light }: Pick<SessionState, 'light'>,
  nextFrameMs: number,
): string | null {
  const got = `stage ${stage}, attempt ${attempt} was shown at ${shownAtMs} ms`;
  if (!light || light.waitsFor !== 'screen') return `${got}, and no colour was asked for`;
  if (light.stage !== stage || light.attempt !== attempt) {
    return `${got}; stage ${light.stage}, attempt ${light.attempt} was asked for`;
  }
  const { askedMs } = light;
  if (askedMs !== null && shownAtMs < askedMs) return `${got}, and asked for at ${askedMs} ms`;
  // The client may have judged that frame up to so much later than it was captured.
  return shownAtMs > nextFrameMs + REPLAY_LAG_MS ? `${got}, and told of at ${nextFrameMs} ms` : null;
}
