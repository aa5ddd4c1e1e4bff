/**
 * How far a playing recording may drift from the clock before its times are set anew, in ms. Less would let a busy
 * page's late pictures bend the intervals between frames; a second is what a session takes for a jump.
 */
const MAX_DRIFT_MS = 500;

/** Puts a recording's own times on the clock's scale, so that intervals are those of the recording. */
export function createMediaTimeline(): (nowMs: number, mediaTimeMs: number) => number {
  let offsetMs: number | null = null;
  return (nowMs, mediaTimeMs) => {
    if (offsetMs === null || Math.abs(nowMs - (offsetMs + mediaTimeMs)) > MAX_DRIFT_MS) {
      offsetMs = nowMs - mediaTimeMs;
    }
    return offsetMs + mediaTimeMs;
  };
}
