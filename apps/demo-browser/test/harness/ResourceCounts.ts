/** What a page holds at one moment. Everything here has to be as before once a try has ended. */
export interface ResourceCounts {
  readonly liveTracks: number;
  readonly timeouts: number;
  readonly intervals: number;
  readonly animationFrames: number;
  readonly videoFrameCallbacks: number;
  readonly workers: number;
  readonly objectUrls: number;
  /**
   * On what outlives a try: window, document, media devices, media queries, tracks, videos, workers, abort signals.
   * Listeners on other elements go with the element.
   */
  readonly listeners: readonly string[];
}
