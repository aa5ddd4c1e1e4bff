import { abortedError, type AbortSignalLike, type Frame } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';

/** The pixels of one captured picture, upright and unmirrored. */
export interface CapturedPicture {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Between a camera that captures at its own pace and a reader that takes at its own: one place, newest wins. */
export interface FrameMailbox {
  readonly droppedFrameCount: number;
  /** A picture was captured. `read` is called once at most, when a reader takes it. */
  offer(timestampMs: number, read: () => CapturedPicture): void;
  /** Nothing more will come: the waiting picture is still handed out, then `null`. */
  end(): void;
  /** Every `next` throws this from now on. The first failure stays. */
  fail(error: HuotiError): void;
  /** @throws HuotiError ABORTED, BUSY, DISPOSED, or what `fail` was given */
  next(options?: { signal?: AbortSignalLike | undefined }): Promise<Frame | null>;
  /** Fails with DISPOSED and blackens every frame that was handed out and not closed. Idempotent. */
  close(): void;
}

interface Waiting {
  readonly timestampMs: number;
  readonly read: () => CapturedPicture;
}

interface Reader {
  resolve(frame: Frame | null): void;
  reject(error: unknown): void;
}

const asHuotiError = (error: unknown): HuotiError =>
  isHuotiError(error)
    ? error
    : new HuotiError('HOST_ERROR', "the browser refused to read the picture's pixels", { cause: error });

/** Makes an empty mailbox. */
export function createFrameMailbox(): FrameMailbox {
  const handedOut = new Set<Frame>();
  let droppedFrameCount = 0;
  let waiting: Waiting | null = null;
  let reader: Reader | null = null;
  let failure: HuotiError | null = null;
  let ended = false;
  let lastTimestampMs = -Infinity;

  const settle = (how: (reader: Reader) => void): void => {
    const pending = reader;
    reader = null;
    if (pending) how(pending);
  };

  const handOut = ({ timestampMs, read }: Waiting): Frame => {
    const { data, widthPx, heightPx } = read();
    const frame: Frame = {
      data,
      widthPx,
      heightPx,
      rotationDegrees: 0,
      mirrored: false,
      timestampMs,
      close() {
        // Blackened rather than left to the collector: a face stays in memory no longer than it is needed.
        if (handedOut.delete(frame)) data.fill(0);
      },
    };
    handedOut.add(frame);
    return frame;
  };

  const breakWith = (error: HuotiError): void => {
    failure = error;
    waiting = null;
    settle((pending) => pending.reject(error));
  };

  return {
    get droppedFrameCount() {
      return droppedFrameCount;
    },
    offer(timestampMs, read) {
      if (failure || ended || timestampMs <= lastTimestampMs) return;
      lastTimestampMs = timestampMs;
      const captured = { timestampMs, read };
      if (!reader) {
        if (waiting) droppedFrameCount += 1;
        waiting = captured;
        return;
      }
      try {
        const frame = handOut(captured);
        settle((pending) => pending.resolve(frame));
      } catch (error) {
        breakWith(asHuotiError(error));
      }
    },
    end() {
      ended = true;
      settle((pending) => pending.resolve(null));
    },
    fail(error) {
      if (!failure) breakWith(error);
    },
    async next({ signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (failure) throw failure;
      if (reader) throw new HuotiError('BUSY', 'one nextFrame at a time: wait for the pending one');
      if (waiting) {
        const captured = waiting;
        waiting = null;
        try {
          return handOut(captured);
        } catch (error) {
          const folded = asHuotiError(error);
          breakWith(folded);
          throw folded;
        }
      }
      if (ended) return null;
      return new Promise<Frame | null>((resolve, reject) => {
        const onAbort = (): void => {
          reader = null;
          signal?.removeEventListener('abort', onAbort);
          reject(abortedError(signal));
        };
        const done = (): void => signal?.removeEventListener('abort', onAbort);
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
      for (const frame of [...handedOut]) frame.close();
    },
  };
}
