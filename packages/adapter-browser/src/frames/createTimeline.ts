/**
 * How far from now a capture time may lie to be believed, in ms. Engines have been seen to give it on another scale, or
 * to leave it out; a frame is never older than this when it arrives.
 */
const MAX_CAPTURE_AGE_MS = 1000;

/** Turns what a browser says of a picture's time into a time that only goes forward. */
export interface Timeline {
  /**
   * @param nowMs on the clock's scale, when the page draws it
   * @param capturedAtMs when the sensor saw it, where the browser knows
   * @param heardAtMs when the page was told. A repaint's own time may lie before the capture (by up to 17 ms in Chromium 156,
   * 2026-11-26), this one never does
   * @default heardAtMs nowMs
   */
  stamp(nowMs: number, capturedAtMs: number | undefined, heardAtMs?: number): number;
}

/**
 * Takes capture times where the first picture has a believable one, else arrival times; the choice holds for the whole
 * stream, since a mix of both would make the intervals jump.
 */
export function createTimeline(): Timeline {
  let useCaptureTime: boolean | null = null;
  let lastMs = -Infinity;
  return {
    stamp(nowMs, capturedAtMs, heardAtMs = nowMs) {
      const believable =
        capturedAtMs !== undefined &&
        capturedAtMs <= heardAtMs + 1 &&
        heardAtMs - capturedAtMs < MAX_CAPTURE_AGE_MS;
      useCaptureTime ??= believable;
      const atMs = useCaptureTime && believable ? capturedAtMs : nowMs;
      // Two pictures within the clock's resolution (1 ms in WebKit) still follow each other.
      lastMs = atMs > lastMs ? atMs : lastMs + 0.01;
      return lastMs;
    },
  };
}
