import { abortedError, type AbortSignalLike, type Clock, type Frame } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { createBufferPool } from './createBufferPool.js';
import type { FrameOrientation } from './createFrameOrientation.js';
import { readCameraFrame } from './readCameraFrame.js';

/** Between a camera that calls at its own pace and a reader that takes at its own: one place, newest wins. */
export interface FrameIntake {
  /** Frames that were captured and never handed out. */
  readonly droppedFrameCount: number;
  /**
   * Takes a copy of a platform's frame before it returns, and stamps it.
   *
   * @throws HuotiError INVALID_ARGUMENT, HOST_ERROR for what is no frame
   */
  offer(frame: unknown): void;
  /** Every `next` throws this from now on. The first failure stays; what waits is blackened. */
  fail(error: HuotiError): void;
  /** @throws HuotiError ABORTED, BUSY, DISPOSED, or what `fail` was given */
  next(options?: { signal?: AbortSignalLike | undefined }): Promise<Frame>;
  /** Fails with DISPOSED and blackens every frame, also those that were handed out and not closed. Idempotent. */
  close(): void;
}

interface Waiting {
  readonly buffer: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly timestampMs: number;
}

interface Reader {
  resolve(frame: Frame): void;
  reject(error: HuotiError): void;
}

/** Two frames within the clock's resolution of 1 ms still follow each other. */
const LEAST_STEP_MS = 0.01;

/** What {@link createFrameIntake} takes. */
export interface FrameIntakeOptions {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly orientation: FrameOrientation;
}

/**
 * An empty intake. The newest frame is copied even while nobody waits: the reader then gets it at once, and as it is now, where it would
 * otherwise wait a frame longer after each judged one. That costs a copy of 1.2 MB a frame (under a ms) and never more than two buffers.
 */
export function createFrameIntake({ clock, orientation }: FrameIntakeOptions): FrameIntake {
  const pool = createBufferPool();
  const handedOut = new Set<Frame>();
  let droppedFrameCount = 0;
  let waiting: Waiting | null = null;
  let reader: Reader | null = null;
  let failure: HuotiError | null = null;
  let lastMs = -Infinity;

  const handOut = ({ buffer, widthPx, heightPx, timestampMs }: Waiting): Frame => {
    const frame: Frame = {
      data: buffer,
      widthPx,
      heightPx,
      rotationDegrees: orientation.rotationOf(widthPx, heightPx),
      mirrored: orientation.mirrored,
      timestampMs,
      close() {
        if (handedOut.delete(frame)) pool.give(buffer);
      },
    };
    handedOut.add(frame);
    return frame;
  };
  const settle = (how: (reader: Reader) => void): void => {
    const pending = reader;
    reader = null;
    if (pending) how(pending);
  };
  const breakWith = (error: HuotiError): void => {
    failure = error;
    if (waiting) pool.give(waiting.buffer);
    waiting = null;
    settle((pending) => pending.reject(error));
  };

  return {
    get droppedFrameCount() {
      return droppedFrameCount;
    },
    offer(raw) {
      if (failure) return;
      let copied: Waiting;
      try {
        const { bytes, widthPx, heightPx } = readCameraFrame(raw);
        if (waiting) {
          droppedFrameCount += 1;
          pool.give(waiting.buffer);
          waiting = null;
        }
        const buffer = pool.take(bytes.length);
        buffer.set(bytes);
        const nowMs = clock.nowMs();
        lastMs = nowMs > lastMs ? nowMs : lastMs + LEAST_STEP_MS;
        copied = { buffer, widthPx, heightPx, timestampMs: lastMs };
      } catch (error) {
        if (isHuotiError(error)) throw error;
        throw new HuotiError('HOST_ERROR', "the platform's frame can't be read", { cause: error });
      }
      if (!reader) waiting = copied;
      else settle((pending) => pending.resolve(handOut(copied)));
    },
    fail(error) {
      if (!failure) breakWith(error);
    },
    async next({ signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (failure) throw failure;
      if (reader) throw new HuotiError('BUSY', 'one nextFrame at a time: wait for the pending one');
      if (waiting) {
        const copied = waiting;
        waiting = null;
        return handOut(copied);
      }
      return new Promise<Frame>((resolve, reject) => {
        const done = (): void => signal?.removeEventListener('abort', onAbort);
        const onAbort = (): void => {
          reader = null;
          done();
          reject(abortedError(signal));
        };
        reader = {
          resolve: (frame) => {
            done();
            resolve(frame);
          },
          reject: (error) => {
            done();
            reject(error);
          },
        };
        signal?.addEventListener('abort', onAbort);
      });
    },
    close() {
      if (isHuotiError(failure, 'DISPOSED')) return;
      breakWith(new HuotiError('DISPOSED', 'the stream is closed: open the source again for more frames'));
      pool.close();
      for (const frame of Array.from(handedOut)) frame.close();
    },
  };
}
