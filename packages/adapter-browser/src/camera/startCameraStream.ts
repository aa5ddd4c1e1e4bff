import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import type { BrowserFrameStream, FramePreview } from '../frames/BrowserFrameSource.js';
import { createFrameMailbox } from '../frames/createFrameMailbox.js';
import { createPictureReader } from '../frames/createPictureReader.js';
import { createTimeline } from '../frames/createTimeline.js';
import { startFrameWatchdog } from '../frames/startFrameWatchdog.js';
import { startVideoTicker } from '../frames/startVideoTicker.js';
import { listen } from '../host/listen.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';
import { createTripwireWatch } from '../tripwires/createTripwireWatch.js';
import { foldCameraError } from './foldCameraError.js';
import { stopTracks } from './stopTracks.js';
import { watchTrack } from './watchTrack.js';

/** What {@link startCameraStream} takes. */
export interface CameraStreamOptions {
  mediaStream: MediaStream;
  devices: MediaDevices;
  environment: BrowserEnvironment;
  pageLifecycle: PageLifecycle;
  mirrored: boolean | 'unknown';
  warnings: readonly string[];
  /** The device is released: at an interruption or at `close`, whichever comes first. Called once. */
  onReleased(): void;
}

const interrupted = (why: string, cause?: unknown): HuotiError =>
  new HuotiError('CAMERA_INTERRUPTED', `${why}: start again`, { cause, retryable: true });

/** Attributes and properties both: iOS plays inline and unasked only with the attributes. */
function prepareVideo(video: HTMLVideoElement, mediaStream: MediaStream): void {
  video.muted = true;
  video.playsInline = true;
  video.autoplay = true;
  for (const attribute of ['muted', 'playsinline', 'autoplay']) video.setAttribute(attribute, '');
  video.srcObject = mediaStream;
}

/**
 * Plays a camera's stream and hands out its frames until it is closed or interrupted.
 *
 * @throws HuotiError CAMERA_INTERRUPTED where the stream has no live track
 */
export function startCameraStream({
  mediaStream,
  devices,
  environment,
  pageLifecycle,
  mirrored,
  warnings,
  onReleased,
}: CameraStreamOptions): BrowserFrameStream {
  const track = mediaStream.getVideoTracks()[0];
  if (!track || track.readyState === 'ended') throw interrupted('the camera ended as it was opened');

  const mailbox = createFrameMailbox();
  const timeline = createTimeline();
  const tripwires = createTripwireWatch({ track, environment });
  const reader = createPictureReader({ environment, mirrored: mirrored === true });
  const video = environment.createVideo();
  const stops: (() => void)[] = [];
  let released = false;

  const release = (): void => {
    if (released) return;
    released = true;
    for (const stop of stops) stop();
    tripwires.end();
    stopTracks(mediaStream);
    video.pause();
    video.srcObject = null;
    reader.dispose();
    onReleased();
  };
  const lose = (why: string, cause?: unknown): void => {
    if (released) return;
    mailbox.fail(interrupted(why, cause));
    release();
  };
  const play = (): void => {
    // Not awaited: some engines resolve it only with the first frame, and the watchdog waits for that one.
    video.play().catch((error: unknown) => {
      const { name } = (error ?? {}) as { name?: unknown };
      if (name === 'AbortError') return; // Paused or detached in between: the watchdog decides.
      lose("the browser did not play the camera's picture, open the camera straight from a tap", error);
    });
  };

  prepareVideo(video, mediaStream);
  const watchdog = startFrameWatchdog({ environment, onSilence: lose });
  stops.push(
    () => watchdog.stop(),
    startVideoTicker({
      video,
      environment,
      onPicture({ nowMs, heardAtMs, capturedAtMs, received }) {
        watchdog.feed();
        const { videoWidth: widthPx, videoHeight: heightPx } = video;
        tripwires.note({ heardAtMs, capturedAtMs, received, widthPx, heightPx });
        if (tripwires.probing) return;
        try {
          reader.draw(video, widthPx, heightPx);
        } catch (error) {
          mailbox.fail(foldCameraError(error));
          release();
          return;
        }
        mailbox.offer(timeline.stamp(nowMs, capturedAtMs, heardAtMs), reader.read);
      },
    }),
    watchTrack({ track, devices, environment, onLost: lose }),
    pageLifecycle.subscribe((reason) => lose(`the page was left (${reason})`)),
    // Moving the element in the page pauses it; so does a page that shows it and forgets to.
    listen(video, 'pause', () => {
      if (!released && !pageLifecycle.isHidden()) play();
    }),
  );
  play();
  if (pageLifecycle.isHidden()) lose('the page was left (hidden)');

  const { facingMode } = track.getSettings();
  const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : 'unknown';
  const preview: FramePreview = { element: video, mediaStream, facing };
  return {
    kind: 'camera',
    warnings,
    mirroringKnown: mirrored !== 'unknown',
    preview,
    get droppedFrameCount() {
      return mailbox.droppedFrameCount;
    },
    nextFrame: (options) => mailbox.next(options),
    tripwires: (options) => tripwires.read(options),
    close() {
      mailbox.close();
      release();
      return Promise.resolve();
    },
  };
}
