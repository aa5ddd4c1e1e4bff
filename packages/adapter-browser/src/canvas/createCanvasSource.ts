import type { FrameSourceOpenOptions } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import type { BrowserFrameSource, BrowserFrameStream } from '../frames/BrowserFrameSource.js';
import { createFrameMailbox } from '../frames/createFrameMailbox.js';
import { createPictureReader } from '../frames/createPictureReader.js';
import { createPreviewBoard } from '../frames/createPreviewBoard.js';
import { createTimeline } from '../frames/createTimeline.js';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { createPageLifecycle } from '../lifecycle/createPageLifecycle.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';

/** What {@link createCanvasSource} takes: a canvas that someone draws on, or a function that draws. */
export type CanvasSourceOptions = {
  /** What it shows, which decides what a result is worth. It can't pass for a camera. @default 'synthetic' */
  kind?: 'synthetic' | 'recording';
  /** Frames a second. @default 30 */
  fps?: number;
  /** @default the page's own */
  pageLifecycle?: PageLifecycle;
  /** @default the page */
  environment?: BrowserEnvironment;
} & (
  | {
      /** Read at the rate of `fps`, whatever is on it. */
      canvas: HTMLCanvasElement;
    }
  | {
      /**
       * Draws the picture of one moment, upright and unmirrored; `false` ends the stream. `elapsedMs` counts from `open`.
       */
      drawFrame(
        context: CanvasRenderingContext2D,
        elapsedMs: number,
      ): void | boolean | Promise<void | boolean>;
      /** @default 480 */
      widthPx?: number;
      /** @default 640 */
      heightPx?: number;
    }
);

/**
 * A drawn picture as the camera: a synthetic subject, a test card.
 *
 * @example const source = createCanvasSource({ drawFrame: (context, elapsedMs) => subject.draw(context, elapsedMs) });
 */
export function createCanvasSource(options: CanvasSourceOptions): BrowserFrameSource {
  const { kind = 'synthetic', fps = 30, environment = pageEnvironment } = options;
  if (!(fps > 0 && fps <= 120)) {
    throw new HuotiError('INVALID_ARGUMENT', `fps must be over 0 and at most 120, got ${fps}`);
  }
  const pageLifecycle = options.pageLifecycle ?? createPageLifecycle({ environment });
  const board = createPreviewBoard();

  /** The canvas, and what draws on it and says whether there is more. */
  const prepare = (): [HTMLCanvasElement, (elapsedMs: number) => Promise<boolean>] => {
    if ('canvas' in options) return [options.canvas, () => Promise.resolve(true)];
    const canvas = environment.createCanvas(options.widthPx ?? 480, options.heightPx ?? 640);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new HuotiError('HOST_ERROR', 'this browser gives no 2D canvas to draw on');
    return [canvas, async (elapsedMs) => (await options.drawFrame(context, elapsedMs)) !== false];
  };

  const start = (): BrowserFrameStream => {
    const [canvas, draw] = prepare();
    const mailbox = createFrameMailbox();
    const timeline = createTimeline();
    const reader = createPictureReader({ environment, mirrored: false });
    const startedAtMs = environment.nowMs();
    let timer: number | null = null;
    let released = false;

    const release = (): void => {
      if (released) return;
      released = true;
      if (timer !== null) environment.clearTimer(timer);
      unsubscribe();
      reader.dispose();
      board.show(null);
    };
    const breakWith = (error: HuotiError): void => {
      mailbox.fail(error);
      release();
    };
    const tick = async (): Promise<void> => {
      timer = null;
      const nowMs = environment.nowMs();
      const more = await draw(nowMs - startedAtMs);
      if (released) return;
      if (!more) {
        mailbox.end();
        return;
      }
      reader.draw(canvas, canvas.width, canvas.height);
      mailbox.offer(timeline.stamp(nowMs, undefined), reader.read);
      schedule();
    };
    /** At whole multiples of the interval, so that a late tick does not delay those after it. */
    const schedule = (): void => {
      const intervalMs = 1000 / fps;
      const elapsedMs = environment.nowMs() - startedAtMs;
      // A timer may come up to a millisecond early; that is the tick it was set for, and not the one before.
      const delayMs = (Math.floor((elapsedMs + 1) / intervalMs) + 1) * intervalMs - elapsedMs;
      timer = environment.setTimer(() => {
        tick().catch((error: unknown) =>
          breakWith(
            isHuotiError(error)
              ? error
              : new HuotiError('HOST_ERROR', 'drawing the picture failed: see the cause', { cause: error }),
          ),
        );
      }, delayMs);
    };

    const unsubscribe = pageLifecycle.subscribe((reason) =>
      breakWith(
        new HuotiError('CAMERA_INTERRUPTED', `the page was left (${reason}): start again`, {
          retryable: true,
        }),
      ),
    );
    schedule();
    return {
      kind,
      warnings: [],
      mirroringKnown: true,
      preview: { element: canvas, mediaStream: null, facing: 'unknown' },
      get droppedFrameCount() {
        return mailbox.droppedFrameCount;
      },
      nextFrame: (next) => mailbox.next(next),
      close() {
        mailbox.close();
        release();
        return Promise.resolve();
      },
    };
  };

  return {
    specificationVersion: 'v1',
    kind,
    async open({ signal }: FrameSourceOpenOptions = {}) {
      throwIfAborted(signal);
      const stream = start();
      board.show(stream.preview);
      return stream;
    },
    subscribePreview: board.subscribe,
  };
}
