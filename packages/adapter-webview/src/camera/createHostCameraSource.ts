import {
  createPageLifecycle,
  type BrowserEnvironment,
  type BrowserFrameSource,
  type BrowserFrameStream,
  type PageLifecycle,
} from '@huoti/adapter-browser';
import {
  createFrameMailbox,
  createPictureReader,
  createPreviewBoard,
  createTimeline,
  pageEnvironment,
  startFrameWatchdog,
  type FramePreview,
} from '@huoti/adapter-browser/frames';
import { abortedError, type FrameSourceOpenOptions } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { codeOfBridgeError, type CameraOpened, type CameraState } from '@huoti/protocol/bridge';
import { createBridgeLifecycle } from '../lifecycle/createBridgeLifecycle.js';
import type { BridgeLink } from '../link/BridgeLink.js';
import { createFrameIntake } from './createFrameIntake.js';
import { createPictureDecoder } from './createPictureDecoder.js';
import { openHostCamera } from './openHostCamera.js';
import type { PictureDecoder } from './PictureDecoder.js';

/** What {@link createHostCameraSource} takes. */
export interface HostCameraSourceOptions {
  readonly link: BridgeLink;
  /** @default the page's and the app's own */
  readonly pageLifecycle?: PageLifecycle;
  /** @default the page */
  readonly environment?: BrowserEnvironment;
  /** @default the page's own */
  readonly decoder?: PictureDecoder;
}

/**
 * The app's camera, its frames coming over the bridge: for views whose page is given none. Frames are upright and unmirrored and
 * stamped with the time the sensor saw them, by the offset of the two clocks; the newest wins.
 *
 * The same rules hold as for a camera of the page: one stream at a time, CAMERA_INTERRUPTED when the page or the app is left, the
 * host says so, or no frame comes for 2 s; the host is told to let its camera go on every path.
 *
 * @example const source = createHostCameraSource({ link });
 */
export function createHostCameraSource({
  link,
  environment = pageEnvironment,
  pageLifecycle = createBridgeLifecycle({ link, page: createPageLifecycle({ environment }) }),
  decoder = createPictureDecoder({ environment }),
}: HostCameraSourceOptions): BrowserFrameSource {
  const board = createPreviewBoard();
  let held = false;

  const start = (opened: CameraOpened, warnings: readonly string[]): BrowserFrameStream => {
    const mailbox = createFrameMailbox();
    const timeline = createTimeline();
    const canvas = environment.createCanvas(opened.widthPx, opened.heightPx);
    // What is judged is what is shown: one picture, drawn once.
    const reader = createPictureReader({
      environment: { createSurface: () => ({ canvas, context: contextOf(canvas) }) },
      mirrored: opened.mirrored === true,
    });
    const stops: (() => void)[] = [];
    let released: Promise<void> | null = null;

    const release = (): Promise<void> => {
      if (released) return released;
      for (const stop of stops) stop();
      reader.dispose();
      // Also where nothing was drawn: at no size its memory is given back.
      canvas.width = 0;
      canvas.height = 0;
      board.show(null);
      released = link
        .request('camera.close', { stream: opened.stream })
        .then(
          () => undefined,
          // A host that is gone holds no camera for this page.
          () => undefined,
        )
        .finally(() => (held = false));
      return released;
    };
    const lose = (error: HuotiError): void => {
      mailbox.fail(error);
      void release();
    };
    const interrupted = (why: string): void =>
      lose(new HuotiError('CAMERA_INTERRUPTED', `${why}: start again`, { retryable: true }));
    const intake = createFrameIntake({
      link,
      opened,
      decoder,
      onPicture({ source, widthPx, heightPx }, { frame, arrivedAtMs }) {
        watchdog.feed();
        reader.draw(source, widthPx, heightPx, frame.rotationDegrees);
        // It was captured before it came, however wrong the clocks' offset is.
        const capturedAtMs = Math.min(link.toPageMs(frame.capturedAtMs), arrivedAtMs);
        mailbox.offer(timeline.stamp(environment.nowMs(), capturedAtMs, arrivedAtMs), reader.read);
      },
      onFail: (error) =>
        lose(
          isHuotiError(error)
            ? error
            : new HuotiError('HOST_ERROR', "the page could not draw the app's picture", { cause: error }),
        ),
    });
    const watchdog = startFrameWatchdog({ environment, onSilence: interrupted });
    stops.push(
      () => watchdog.stop(),
      () => intake.stop(),
      pageLifecycle.subscribe((reason) => interrupted(`the page was left (${reason})`)),
      link.on('camera.state', (state) => {
        if (state.stream === opened.stream && state.state !== 'stalled') lose(errorOfState(state));
      }),
      link.onClose((error) => lose(error)),
    );
    const preview: FramePreview = { element: canvas, mediaStream: null, facing: opened.facing };
    board.show(preview);
    intake.start();
    if (pageLifecycle.isHidden()) interrupted('the page was left (hidden)');
    return {
      kind: 'camera',
      warnings,
      mirroringKnown: opened.mirrored !== null,
      preview,
      get droppedFrameCount() {
        return mailbox.droppedFrameCount + intake.droppedCount;
      },
      nextFrame: (options) => mailbox.next(options),
      close() {
        mailbox.close();
        return release();
      },
    };
  };

  return {
    specificationVersion: 'v1',
    kind: 'camera',
    async open(options: FrameSourceOpenOptions = {}) {
      if (options.signal?.aborted) throw abortedError(options.signal);
      if (held) {
        throw new HuotiError(
          'CAMERA_IN_USE',
          'this page has the camera open already: close that stream first',
          {
            retryable: true,
          },
        );
      }
      held = true;
      try {
        const { opened, warnings } = await openHostCamera(link, options);
        try {
          return start(opened, warnings);
        } catch (error) {
          // A page that can't show it leaves no camera on.
          await link.request('camera.close', { stream: opened.stream }).catch(() => undefined);
          throw error;
        }
      } catch (error) {
        held = false;
        throw error;
      }
    },
    subscribePreview: board.subscribe,
  };
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context) return context;
  throw new HuotiError('CAMERA_UNSUPPORTED', 'this view gives no 2D canvas: frames cannot be read');
}

function errorOfState({ state, error }: CameraState): HuotiError {
  const code = error === undefined ? 'CAMERA_INTERRUPTED' : codeOfBridgeError(error.code);
  const why =
    error?.message ?? `the app's camera was ${state === 'closed' ? 'closed' : 'taken away'}: start again`;
  return new HuotiError(code, why, { retryable: error?.retryable ?? true, cause: error });
}
