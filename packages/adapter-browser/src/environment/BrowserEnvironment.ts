/** A drawing surface whose pixels are read back, on or off the page. */
export interface DrawingSurface {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
}

/**
 * All that this package touches of a page, so that a test can hand in its own. Every member is read at the moment of
 * use: making one touches nothing.
 */
export interface BrowserEnvironment {
  isSecureContext(): boolean;
  mediaDevices(): MediaDevices | undefined;
  isPageHidden(): boolean;
  /** Fires `visibilitychange` and `freeze`. */
  documentTarget(): EventTarget;
  /** Fires `pagehide`. */
  windowTarget(): EventTarget;
  createVideo(): HTMLVideoElement;
  /** An element that may be shown. */
  createCanvas(widthPx: number, heightPx: number): HTMLCanvasElement;
  /** A 2D surface made to be read back often. */
  createSurface(widthPx: number, heightPx: number): DrawingSurface;
  createObjectUrl(blob: Blob): string;
  revokeObjectUrl(url: string): void;
  /** Monotonic, in ms: the scale of every `timestampMs`. */
  nowMs(): number;
  /** Wall clock, in ms since 1970: for file dates only. */
  wallClockMs(): number;
  setTimer(callback: () => void, delayMs: number): number;
  clearTimer(handle: number): void;
  requestFrame(callback: () => void): number;
  cancelFrame(handle: number): void;
}
