import type { FrameStatistics } from '../../frame/FrameStatistics.js';
import type { SceneFacts } from '../SceneFacts.js';
import type { SessionState } from './SessionState.js';

/**
 * Mean luma of a face above which the screen's light has no room left in the picture. A phone's white screen of 300 to 500 nit and
 * 100 cm2 adds 25 to 40 lux at 35 cm. In a dim room of as many lux it doubles the light, which raises a level of the picture by
 * 2^(1/2.2) = 1.37, and 0.72 to 0.99. In a bright office it adds a tenth and needs less room; but a camera that is
 * over-exposed there shows nothing of it. How bright a room truly is no picture tells, since cameras adapt: what remains too bright
 * is found out by the light signal itself, which then says `too-bright`.
 */
export const MAX_LIT_FACE_LUMA = 0.72;

/** Share of nearly white face pixels above which the same holds. Genuine clips: 0.12 and less (fixtures, 2026-11-23). */
export const MAX_LIT_CLIPPED_SHARE = 0.15;

/** How long a face has to be so bright, in ms, before light is given up: a reflex passes, and a baseline takes longer. */
export const TOO_BRIGHT_MS = 200;

/** Since when a scene has been too bright for light, one frame later. Frames without a face say nothing. */
export function brightSince(
  before: number | null,
  { faceMeanLuma, faceClippedShare }: FrameStatistics,
  timestampMs: number,
): number | null {
  if (faceMeanLuma === null) return before;
  const bright = faceMeanLuma > MAX_LIT_FACE_LUMA || (faceClippedShare ?? 0) > MAX_LIT_CLIPPED_SHARE;
  return bright ? (before ?? timestampMs) : null;
}

/** What the last frames say of the scene. */
export function sceneFactsOf({
  brightSinceMs,
  lastFrameMs,
}: Pick<SessionState, 'brightSinceMs' | 'lastFrameMs'>): SceneFacts {
  return {
    tooBright: brightSinceMs !== null && lastFrameMs !== null && lastFrameMs - brightSinceMs >= TOO_BRIGHT_MS,
  };
}
