import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { ErrorCode } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import { abortedError } from '../host/abortedError.js';
import { abortable } from './abortable.js';
import type {
  FrameSource,
  FrameSourceKind,
  FrameSourceOpenOptions,
  FrameStream,
} from '../host/FrameSource.js';

/** What {@link createFakeFrameSource} takes. */
export interface FakeFrameSourceOptions {
  /** @default 'camera' */
  kind?: FrameSourceKind;
  /** Width of the grey frames that `deliver()` makes, in px. @default 4 */
  widthPx?: number;
  /** Height of the grey frames that `deliver()` makes, in px. @default 3 */
  heightPx?: number;
  /** Time between two frames that `deliver()` makes, in ms. @default 33 */
  intervalMs?: number;
  /** @default true */
  mirroringKnown?: boolean;
  /** @default [] */
  warnings?: readonly string[];
}

/** A camera whose every move a test makes. It records what was asked of it. */
export interface FakeFrameSource extends FrameSource {
  /** What each `open` was called with, in order. */
  readonly openCalls: readonly FrameSourceOpenOptions[];
  /** Streams that are open now. */
  readonly openStreamCount: number;
  /** Frames that were handed out and not closed yet, over all streams. */
  readonly openFrameCount: number;
  /** Listeners on callers' abort signals that were not taken away yet. */
  readonly listenerCount: number;
  /** The camera captures a frame: the given one, or a grey one that follows the last by `intervalMs`. */
  deliver(frame?: Frame): void;
  /** The recording is at its end: once the waiting frame is taken, `nextFrame` gives `null`. */
  end(): void;
  /** The open camera fails; `nextFrame` throws this from now on. @default CAMERA_INTERRUPTED, retryable */
  fail(error?: HuotiError): void;
  /** Every later `open` rejects with this code, until `undefined` is given. */
  refuseToOpen(code: ErrorCode | undefined): void;
  /** Keeps every later `open` pending until the returned function is called. */
  holdOpening(): () => void;
}

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the stream is closed: open the camera again for more frames');

interface Reader {
  resolve(frame: Frame | null): void;
  reject(error: HuotiError): void;
}

/**
 * A frame source without a camera, for tests of whatever reads one.
 *
 * @example
 * const source = createFakeFrameSource();
 * const stream = await source.open();
 * source.deliver();
 * const frame = await stream.nextFrame();
 */
export function createFakeFrameSource({
  kind = 'camera',
  widthPx = 4,
  heightPx = 3,
  intervalMs = 33,
  mirroringKnown = true,
  warnings = [],
}: FakeFrameSourceOptions = {}): FakeFrameSource {
  const openCalls: FrameSourceOpenOptions[] = [];
  const held = new Set<() => void>();
  const streams = new Set<FakeStream>();
  let holding = false;
  let refusal: ErrorCode | undefined;
  let lastTimestampMs = 0;
  let openFrameCount = 0;
  let listenerCount = 0;

  const count = (change: number): void => {
    listenerCount += change;
  };

  const handOut = (frame: Frame): Frame => {
    openFrameCount += 1;
    let open = true;
    return {
      data: frame.data,
      widthPx: frame.widthPx,
      heightPx: frame.heightPx,
      rotationDegrees: frame.rotationDegrees,
      mirrored: frame.mirrored,
      timestampMs: frame.timestampMs,
      close() {
        if (!open) return;
        open = false;
        openFrameCount -= 1;
        frame.close();
      },
    };
  };

  class FakeStream implements FrameStream {
    readonly kind = kind;
    readonly warnings = warnings;
    readonly mirroringKnown = mirroringKnown;
    droppedFrameCount = 0;
    private waiting: Frame | null = null;
    private reader: Reader | null = null;
    private failure: HuotiError | null = null;
    private ended = false;

    offer(frame: Frame): void {
      if (this.failure) return;
      if (this.reader) {
        this.settle((reader) => reader.resolve(handOut(frame)));
        return;
      }
      if (this.waiting) {
        this.droppedFrameCount += 1;
        this.waiting.close();
      }
      this.waiting = frame;
    }

    finish(): void {
      this.ended = true;
      this.settle((reader) => reader.resolve(null));
    }

    breakWith(error: HuotiError): void {
      if (this.failure) return;
      this.failure = error;
      this.waiting?.close();
      this.waiting = null;
      this.settle((reader) => reader.reject(error));
    }

    async nextFrame({ signal }: { signal?: AbortSignalLike | undefined } = {}): Promise<Frame | null> {
      if (signal?.aborted) throw abortedError(signal);
      if (this.failure) throw this.failure;
      if (this.reader) throw new HuotiError('BUSY', 'one nextFrame at a time: wait for the pending one');
      if (this.waiting) {
        const frame = this.waiting;
        this.waiting = null;
        return handOut(frame);
      }
      if (this.ended) return null;
      return abortable<Frame | null>(signal, count, (resolve, reject) => {
        this.reader = { resolve, reject };
        return () => {
          this.reader = null;
        };
      });
    }

    close(): Promise<void> {
      if (!isHuotiError(this.failure, 'DISPOSED')) {
        this.failure = null;
        this.breakWith(disposed());
        streams.delete(this);
      }
      return Promise.resolve();
    }

    private settle(how: (reader: Reader) => void): void {
      const reader = this.reader;
      this.reader = null;
      if (reader) how(reader);
    }
  }

  const grey = (): Frame => ({
    data: new Uint8ClampedArray(widthPx * heightPx * 4).fill(128),
    widthPx,
    heightPx,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs: (lastTimestampMs += intervalMs),
    close() {},
  });

  return {
    specificationVersion: 'v1',
    kind,
    openCalls,
    get openStreamCount() {
      return streams.size;
    },
    get openFrameCount() {
      return openFrameCount;
    },
    get listenerCount() {
      return listenerCount;
    },
    async open(options = {}) {
      openCalls.push(options);
      const { signal } = options;
      if (signal?.aborted) throw abortedError(signal);
      if (holding) {
        await abortable<void>(signal, count, (resolve) => {
          const letGo = (): void => resolve(undefined);
          held.add(letGo);
          return () => held.delete(letGo);
        });
      }
      if (refusal) throw new HuotiError(refusal, `the fake camera was told to refuse with ${refusal}`);
      const stream = new FakeStream();
      streams.add(stream);
      return stream;
    },
    deliver(frame) {
      const next = frame ?? grey();
      lastTimestampMs = next.timestampMs;
      streams.forEach((stream) => stream.offer(next));
    },
    end() {
      streams.forEach((stream) => stream.finish());
    },
    fail(error) {
      const failure =
        error ??
        new HuotiError('CAMERA_INTERRUPTED', 'the fake camera was told to fail: open it again', {
          retryable: true,
        });
      streams.forEach((stream) => stream.breakWith(failure));
    },
    refuseToOpen(code) {
      refusal = code;
    },
    holdOpening() {
      holding = true;
      return () => {
        holding = false;
        held.forEach((letGo) => letGo());
        held.clear();
      };
    },
  };
}
