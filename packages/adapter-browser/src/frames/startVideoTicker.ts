import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';

/**
 * Smallest side of a picture that is one, in px. Before the first real picture engines show a placeholder of 2x2, and
 * Chromium keeps showing it when a camera opens and delivers nothing (measured, 2026-11-23).
 */
const MIN_PICTURE_SIDE_PX = 16;

/** How often it is looked whether pictures come without the callback for them, in ms. */
const SILENCE_CHECK_MS = 500;

/** What the browser says of one new picture. Times on the clock's scale or, for `mediaTimeMs`, the file's. */
export interface TickedPicture {
  /** When the page draws it: the start of a repaint, which may lie before the picture was captured. */
  readonly nowMs: number;
  /** When the page was told, by its clock. */
  readonly heardAtMs: number;
  /** When the sensor saw it, where the browser says so. */
  readonly capturedAtMs: number | undefined;
  readonly mediaTimeMs: number;
  /** The browser says when it was received: it came over a network. */
  readonly received: boolean;
}

/** What {@link startVideoTicker} takes. */
export interface VideoTickerOptions {
  video: HTMLVideoElement;
  environment: Pick<BrowserEnvironment, 'nowMs' | 'requestFrame' | 'cancelFrame' | 'setTimer' | 'clearTimer'>;
  /** A new picture is shown by the video now. */
  onPicture(picture: TickedPicture): void;
}

/**
 * Tells of each new picture of a video: by `requestVideoFrameCallback` where it exists, else by looking at
 * `currentTime` on every animation frame. Where the callback exists and never comes while time goes on (seen with
 * videos outside of the page), it changes to looking; once the callback has come, its silence means that pictures stopped,
 * whatever `currentTime` says.
 *
 * @returns what stops it, leaving no timer and no callback behind
 */
export function startVideoTicker({ video, environment, onPicture }: VideoTickerOptions): () => void {
  let stopped = false;
  let callbackHandle: number | null = null;
  let frameHandle: number | null = null;
  let timerHandle: number | null = null;
  let lastTime = -1;
  let everCalled = false;

  const isPicture = (): boolean => Math.min(video.videoWidth, video.videoHeight) >= MIN_PICTURE_SIDE_PX;

  const look = (): void => {
    if (stopped) return;
    frameHandle = environment.requestFrame(look);
    if (video.readyState < 2 || video.currentTime === lastTime || !isPicture()) return;
    lastTime = video.currentTime;
    const nowMs = environment.nowMs();
    onPicture({
      nowMs,
      heardAtMs: nowMs,
      capturedAtMs: undefined,
      mediaTimeMs: lastTime * 1000,
      received: false,
    });
  };

  const awaitCallback = (): void => {
    callbackHandle = video.requestVideoFrameCallback((nowMs, { captureTime, mediaTime, receiveTime }) => {
      if (stopped) return;
      everCalled = true;
      lastTime = video.currentTime;
      awaitCallback();
      if (!isPicture()) return;
      onPicture({
        nowMs,
        heardAtMs: environment.nowMs(),
        capturedAtMs: captureTime,
        mediaTimeMs: mediaTime * 1000,
        received: receiveTime !== undefined,
      });
    });
  };

  const checkSilence = (): void => {
    timerHandle = environment.setTimer(() => {
      timerHandle = null;
      if (everCalled) return;
      const goesOn = !video.paused && video.readyState >= 2 && video.currentTime !== lastTime;
      if (!goesOn || !isPicture()) {
        checkSilence();
        return;
      }
      if (callbackHandle !== null) video.cancelVideoFrameCallback(callbackHandle);
      callbackHandle = null;
      look();
    }, SILENCE_CHECK_MS);
  };

  // Typed as always there; Firefox has it since 132, Safari since 15.4.
  if (typeof (video.requestVideoFrameCallback as unknown) === 'function') {
    awaitCallback();
    checkSilence();
  } else {
    look();
  }

  return () => {
    stopped = true;
    if (callbackHandle !== null) video.cancelVideoFrameCallback(callbackHandle);
    if (frameHandle !== null) environment.cancelFrame(frameHandle);
    if (timerHandle !== null) environment.clearTimer(timerHandle);
  };
}
