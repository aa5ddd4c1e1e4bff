import type { FrameSourceOpenOptions } from '@huoti/core';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import type { BrowserFrameSource, BrowserFrameStream } from '../frames/BrowserFrameSource.js';
import { createPreviewBoard } from '../frames/createPreviewBoard.js';
import { createBrowserClock } from '../host/createBrowserClock.js';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { withAbort } from '../host/withAbort.js';
import { createPageLifecycle } from '../lifecycle/createPageLifecycle.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';
import { acquireCamera } from './acquireCamera.js';
import type { CameraWishes } from './cameraConstraints.js';
import { cameraWarnings } from './cameraWarnings.js';
import { foldCameraError } from './foldCameraError.js';
import { requestCamera } from './requestCamera.js';
import { requireMediaDevices } from './requireMediaDevices.js';
import { startCameraStream } from './startCameraStream.js';
import { stopTracks } from './stopTracks.js';

/** What {@link createCameraSource} takes. */
export interface CameraSourceOptions {
  /** Of {@link listCameras}, perhaps saved from an earlier visit: a wish, another camera is used where it is gone. */
  deviceId?: string | undefined;
  /**
   * Whether this device's camera swaps left and right. Never guessed, since a face can't show it: take it from your own
   * knowledge of the device. With `'unknown'` turns are asked without a side.
   * @default false
   */
  mirrored?: boolean | 'unknown';
  /** @default the page's own */
  pageLifecycle?: PageLifecycle;
  /** @default the page */
  environment?: BrowserEnvironment;
}

/**
 * The camera by `getUserMedia`. Making it touches nothing: the permission is asked for in `open`, which should follow
 * from a tap. Frames are upright, unmirrored, 640 px at most on the longer side; the newest wins.
 *
 * A page has one camera: `open` waits for an opening or closing that is under way, and is CAMERA_IN_USE while another
 * stream is open. When the page is hidden or frozen, the track ends, is muted for over 2 s, or no frame comes for 2 s,
 * the device is released at once and `nextFrame` throws CAMERA_INTERRUPTED.
 *
 * @example
 * const source = createCameraSource();
 * source.subscribePreview((preview) => preview && box.append(preview.element));
 * const session = createSession({ source, landmarker, plan, clock, random });
 */
export function createCameraSource({
  deviceId,
  mirrored = false,
  environment = pageEnvironment,
  pageLifecycle = createPageLifecycle({ environment }),
}: CameraSourceOptions = {}): BrowserFrameSource {
  const board = createPreviewBoard();
  const clock = createBrowserClock({ environment });

  const open = async ({
    facing = 'user',
    idealWidthPx = 640,
    idealHeightPx = 480,
    idealFps = 30,
    signal,
  }: FrameSourceOpenOptions = {}): Promise<BrowserFrameStream> => {
    throwIfAborted(signal);
    const devices = requireMediaDevices(environment);
    const hold = await acquireCamera(devices, signal);
    const wishes: CameraWishes = { facing, idealWidthPx, idealHeightPx, idealFps };
    const request = requestCamera({ devices, wishes, deviceId, clock, signal });
    let opened: Awaited<typeof request>;
    try {
      opened = await withAbort(request, signal);
    } catch (error) {
      // A permission prompt can't be taken back: what it gives after an abort is let go at once, and only then is the
      // camera free for the next one.
      request
        .then(
          ({ mediaStream }) => stopTracks(mediaStream),
          () => undefined,
        )
        .finally(hold.release);
      throw error;
    }
    const { mediaStream, warnings } = opened;
    let released = false;
    try {
      const settings = mediaStream.getVideoTracks()[0]?.getSettings() ?? {};
      const stream = startCameraStream({
        mediaStream,
        devices,
        environment,
        pageLifecycle,
        mirrored,
        warnings: [...warnings, ...cameraWarnings(wishes, settings)],
        onReleased() {
          released = true;
          hold.release();
          board.show(null);
        },
      });
      if (!released) {
        hold.markOpen();
        board.show(stream.preview);
      }
      return stream;
    } catch (error) {
      stopTracks(mediaStream);
      hold.release();
      throw foldCameraError(error);
    }
  };

  return { specificationVersion: 'v1', kind: 'camera', open, subscribePreview: board.subscribe };
}
