/**
 * How far from now a capture time may lie to be believed, in ms. Engines have been seen to give it on another scale, or
 * to leave it out; a frame is never older than this when it arrives.
 */
const MAX_CAPTURE_AGE_MS = 1000;

/** Turns what a browser says of a picture's time into a time that only goes forward. */
export interface Timeline {
  /**
   * @param nowMs on the clock's scale
   * @param capturedAtMs when the sensor saw it, where the browser knows
   */
  stamp(nowMs: number, capturedAtMs: number | undefined): number;
}

/**
 * Takes capture times where the first picture has a believable one, else arrival times; the choice holds for the whole
 * stream, since a mix of both would make the intervals jump.
 */
export function createTimeline(): Timeline {
  let useCaptureTime: boolean | null = null;
  let lastMs = -Infinity;
  return {
    stamp(nowMs, capturedAtMs) {
      const believable =
        capturedAtMs !== undefined && capturedAtMs <= nowMs + 1 && nowMs - capturedAtMs < MAX_CAPTURE_AGE_MS;
      useCaptureTime ??= believable;
      const atMs = useCaptureTime && believable ? capturedAtMs : nowMs;
      // Two pictures within the clock's resolution (1 ms in WebKit) still follow each other.
      lastMs = atMs > lastMs ? atMs : lastMs + 0.01;
      return lastMs;
    },
  };
}
