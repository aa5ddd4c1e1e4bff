import { createAbortSource, type Clock } from '@huoti/core';

/** Longest gap between two frames, in ms (protocol: session rules). */
export const MAX_FRAME_GAP_MS = 2000;
/** Longest wait for the first frame, in ms: a cold phone camera takes up to 2 s, and a listener is started after the ready event. */
export const MAX_FIRST_FRAME_MS = 4000;
/** How often the watchdog looks, in ms. */
const CHECK_MS = 250;

/** What {@link startFrameWatchdog} takes. */
export interface FrameWatchdogOptions {
  readonly clock: Clock;
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
 * Tells when frames stop coming: a listener says nothing when its camera is gone. A realm that was itself too busy to look (a frame
 * judged on the main thread) is not held against the camera.
 */
export function startFrameWatchdog({ clock, onSilence }: FrameWatchdogOptions): FrameWatchdog {
  const stopped = createAbortSource();
  const { signal } = stopped;
  let limitMs = MAX_FIRST_FRAME_MS;
  let heardAtMs = clock.nowMs();
  let lookedAtMs = heardAtMs;

  const look = (): void => {
    clock.sleep(CHECK_MS, { signal }).then(
      () => {
        if (signal.aborted) return;
        const nowMs = clock.nowMs();
        const lateMs = nowMs - lookedAtMs - CHECK_MS;
        lookedAtMs = nowMs;
        if (lateMs > CHECK_MS) heardAtMs += lateMs;
        if (nowMs - heardAtMs <= limitMs) return look();
        stopped.abort();
        onSilence(`the camera gave no frame for ${limitMs / 1000} s`);
      },
      () => undefined,
    );
  };
  look();

  return {
    feed() {
      heardAtMs = clock.nowMs();
      limitMs = MAX_FRAME_GAP_MS;
    },
    stop: () => stopped.abort(),
  };
}
