import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';

/** Longest gap between two frames, in ms (protocol: session rules). */
export const MAX_FRAME_GAP_MS = 2000;
/** Longest wait for the first frame, in ms. A cold phone camera takes up to 2 s from its promise to its first picture. */
export const MAX_FIRST_FRAME_MS = 4000;
/** How often the watchdog looks, in ms. */
const CHECK_MS = 250;

/** What {@link startFrameWatchdog} takes. */
export interface FrameWatchdogOptions {
  environment: Pick<BrowserEnvironment, 'nowMs' | 'setTimer' | 'clearTimer'>;
  /** Called once, with what happened; the watchdog has stopped then. */
  onSilence(why: string): void;
}

/** A watchdog that is fed with frames. */
export interface FrameWatchdog {
  feed(): void;
  /** Idempotent; leaves no timer behind. */
  stop(): void;
}

/**
 * Tells when frames stop coming: a camera that vanishes fires no event at all in Chromium. A page that was itself too
 * busy to look is not held against the camera.
 */
export function startFrameWatchdog({ environment, onSilence }: FrameWatchdogOptions): FrameWatchdog {
  let limitMs = MAX_FIRST_FRAME_MS;
  let heardAtMs = environment.nowMs();
  let lookedAtMs = heardAtMs;
  let timer: number | null = null;

  const look = (): void => {
    timer = environment.setTimer(() => {
      const nowMs = environment.nowMs();
      const lateMs = nowMs - lookedAtMs - CHECK_MS;
      lookedAtMs = nowMs;
      // While the page was blocked no frame could be noticed either.
      if (lateMs > CHECK_MS) heardAtMs += lateMs;
      if (nowMs - heardAtMs <= limitMs) {
        look();
        return;
      }
      timer = null;
      onSilence(`the camera gave no frame for ${limitMs / 1000} s`);
    }, CHECK_MS);
  };
  look();

  return {
    feed() {
      heardAtMs = environment.nowMs();
      limitMs = MAX_FRAME_GAP_MS;
    },
    stop() {
      if (timer !== null) environment.clearTimer(timer);
      timer = null;
    },
  };
}
