import { HuotiError } from '@huoti/protocol';
import { foldCameraError } from '../camera/foldCameraError.js';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import type { BrowserFrameStream } from '../frames/BrowserFrameSource.js';
import { createFrameMailbox } from '../frames/createFrameMailbox.js';
import { createPictureReader } from '../frames/createPictureReader.js';
import { startFrameWatchdog, type FrameWatchdog } from '../frames/startFrameWatchdog.js';
import { startVideoTicker } from '../frames/startVideoTicker.js';
import { listen } from '../host/listen.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';
import { createMediaTimeline } from './createMediaTimeline.js';

/** What {@link startRecordingStream} takes. */
export interface RecordingStreamOptions {
  /** Loaded and not playing. */
  video: HTMLVideoElement;
  environment: BrowserEnvironment;
  pageLifecycle: PageLifecycle;
  mirrored: boolean | 'unknown';
  /** Called once: the video is no longer needed. */
  onReleased(): void;
}

/** Plays a loaded recording from the first `nextFrame` on, and hands out its frames until its end. */
export function startRecordingStream({
  video,
  environment,
  pageLifecycle,
  mirrored,
  onReleased,
}: RecordingStreamOptions): BrowserFrameStream {
  const mailbox = createFrameMailbox();
  const stamp = createMediaTimeline();
  const reader = createPictureReader({ environment, mirrored: mirrored === true });
  const stops: (() => void)[] = [];
  let watchdog: FrameWatchdog | null = null;
  let released = false;

  const release = (): void => {
    if (released) return;
    released = true;
    watchdog?.stop();
    for (const stop of stops) stop();
    reader.dispose();
    onReleased();
  };
  const breakWith = (error: HuotiError): void => {
    mailbox.fail(error);
    release();
  };
  const lose = (why: string, cause?: unknown): void =>
    breakWith(new HuotiError('CAMERA_INTERRUPTED', `${why}: start again`, { cause, retryable: true }));

  const start = (): void => {
    if (watchdog || released) return;
    watchdog = startFrameWatchdog({
      environment,
      onSilence: () =>
        breakWith(new HuotiError('MEDIA_UNREADABLE', 'the recording stopped playing: choose another file')),
    });
    video.play().catch((error: unknown) => {
      if (released || (error as { name?: unknown } | null)?.name === 'AbortError') return;
      lose('the browser did not play the recording, start straight from a tap', error);
    });
  };

  stops.push(
    startVideoTicker({
      video,
      environment,
      onPicture({ nowMs, mediaTimeMs }) {
        watchdog?.feed();
        try {
          reader.draw(video, video.videoWidth, video.videoHeight);
        } catch (error) {
          breakWith(foldCameraError(error));
          return;
        }
        mailbox.offer(stamp(nowMs, mediaTimeMs), reader.read);
      },
    }),
    listen(video, 'ended', () => {
      watchdog?.stop();
      mailbox.end();
    }),
    listen(video, 'error', () =>
      breakWith(
        new HuotiError('MEDIA_UNREADABLE', 'the recording breaks off or is damaged: choose another file', {
          cause: video.error ?? undefined,
        }),
      ),
    ),
    pageLifecycle.subscribe((reason) => lose(`the page was left (${reason})`)),
  );

  return {
    kind: 'recording',
    warnings: [],
    mirroringKnown: mirrored !== 'unknown',
    preview: { element: video, mediaStream: null, facing: 'unknown' },
    get droppedFrameCount() {
      return mailbox.droppedFrameCount;
    },
    nextFrame(options) {
      start();
      return mailbox.next(options);
    },
    close() {
      mailbox.close();
      release();
      return Promise.resolve();
    },
  };
}
