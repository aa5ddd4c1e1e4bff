import type { Realm } from './Realm.js';

/** A drawing surface whose pixels are read back, on or off the page. */
export interface DrawingSurface {
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
}

/** The part of a `WakeLockSentinel` in use. */
export interface WakeLock {
  release(): Promise<void>;
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
  /** The page's own globals: for looking at, never for keeping. */
  realm(): Realm;
  /** Lends globals that no script of the page has touched, for as long as `look` runs; `null` where there are none. */
  withFreshRealm<T>(look: (fresh: Realm) => T): T | null;
  /** Whether a media query holds now. */
  matchesMedia(query: string): boolean;
  /** Keeps the screen from dimming until `release`; `null` where the browser can't. */
  requestWakeLock(): Promise<WakeLock> | null;
}
