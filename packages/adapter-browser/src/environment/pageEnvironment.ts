import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment, DrawingSurface, WakeLock } from './BrowserEnvironment.js';
import { withFreshRealm } from './withFreshRealm.js';

const noSurface = (): HuotiError =>
  new HuotiError('CAMERA_UNSUPPORTED', 'this browser gives no 2D canvas: frames cannot be read');

function createCanvas(widthPx: number, heightPx: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return canvas;
}

/** Off the page where the browser can draw 2D there (Safari can from 16.4 on), else a canvas element never attached. */
function createSurface(widthPx: number, heightPx: number): DrawingSurface {
  const settings: CanvasRenderingContext2DSettings = { willReadFrequently: true, alpha: false };
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d', settings);
    if (context) return { canvas, context };
  }
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d', settings);
  if (!context) throw noSurface();
  return { canvas, context };
}

/** Firefox has it from 126 on, Safari from 16.4 on. */
function requestWakeLock(): Promise<WakeLock> | null {
  const { wakeLock } = navigator as { wakeLock?: { request(type: 'screen'): Promise<WakeLock> } };
  return wakeLock === undefined ? null : wakeLock.request('screen');
}

/** The page that this code runs in. */
export const pageEnvironment: BrowserEnvironment = {
  isSecureContext: () => globalThis.isSecureContext === true,
  // Typed as always there, and missing on insecure pages and in many WebViews.
  mediaDevices: () => navigator.mediaDevices as MediaDevices | undefined,
  isPageHidden: () => document.visibilityState === 'hidden',
  documentTarget: () => document,
  windowTarget: () => window,
  createVideo: () => document.createElement('video'),
  createCanvas,
  createSurface,
  createObjectUrl: (blob) => URL.createObjectURL(blob),
  revokeObjectUrl: (url) => URL.revokeObjectURL(url),
  nowMs: () => performance.now(),
  wallClockMs: () => Date.now(),
  setTimer: (callback, delayMs) => window.setTimeout(callback, delayMs),
  clearTimer: (handle) => window.clearTimeout(handle),
  requestFrame: (callback) => window.requestAnimationFrame(callback),
  cancelFrame: (handle) => window.cancelAnimationFrame(handle),
  realm: () => globalThis,
  withFreshRealm,
  matchesMedia: (query) => window.matchMedia(query).matches,
  requestWakeLock,
};
