import type { ErrorCode } from '@huoti/protocol';
import { isHuotiError } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { FrameSource, FrameStream } from '../host/FrameSource.js';
import { createAbortSource } from '../session/abortSource.js';

/** One frame source under test, and the hand that moves the device behind it. */
export interface FrameSourceHarness {
  readonly source: FrameSource;
  /** The device captures one more picture; resolves when the source has had its chance to take it. */
  deliverFrame(): Promise<void>;
  /** The device is taken away: unplugged, ended by the system. Left out for a source that can't lose it. */
  interrupt?(): Promise<void>;
  /** Keeps the next `open` pending until the returned function is called. Left out where nothing is waited for. */
  holdOpening?(): () => void;
  /** The next `open` meets a machine that refuses; gives the code that has to come of it. */
  refuseOpening?(): ErrorCode;
  /** Tracks, timers, listeners, streams that are alive now: 0 before the first `open` and after the last `close`. */
  liveResourceCount(): number;
  /** Frees what the harness itself holds. */
  dispose?(): Promise<void>;
}

/** A move that not every device has. */
export type OptionalMove = 'interrupt' | 'holdOpening' | 'refuseOpening';

/** The part of a jest expectation in use. */
export interface ContractExpectation {
  toBe(expected: unknown): void;
  toBeGreaterThan(expected: number): void;
}

/** The part of a test runner that the suite uses; jest and vitest fit as they are. */
export interface ContractRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
  expect(actual: unknown): ContractExpectation;
}

const failureCode = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'no error';
  } catch (error) {
    return isHuotiError(error) ? error.code : `not a HuotiError: ${String(error)}`;
  }
};

const taken = async (stream: FrameStream): Promise<Frame> => {
  const frame = await stream.nextFrame();
  if (frame) return frame;
  throw new TypeError('nextFrame gave null though a frame was delivered');
};

/**
 * What every frame source has to keep, as tests: one call in each adapter's test file, and on the fake.
 *
 * @param name of the adapter, for the titles
 * @param createHarness a fresh source for each test
 * @param runner `{describe, it, expect}` of jest or vitest
 * @param lacks moves that this device has none of; their tests are left out, a move that is missing unsaid fails
 * @example frameSourceContract('camera', () => createCameraHarness(), { describe, it, expect });
 */
export function frameSourceContract(
  name: string,
  createHarness: () => FrameSourceHarness | Promise<FrameSourceHarness>,
  { describe, it, expect }: ContractRunner,
  { lacks = [] }: { lacks?: readonly OptionalMove[] } = {},
): void {
  const has = (move: OptionalMove): boolean => lacks.indexOf(move) < 0;
  const run = (title: string, body: (harness: FrameSourceHarness) => Promise<void>): void =>
    it(title, async () => {
      const harness = await createHarness();
      try {
        await body(harness);
        expect(harness.liveResourceCount()).toBe(0);
      } finally {
        await harness.dispose?.();
      }
    });

  describe(`${name} keeps the frame source contract`, () => {
    run('a source that was only made holds nothing', async ({ source, liveResourceCount }) => {
      expect(source.specificationVersion).toBe('v1');
      expect(liveResourceCount()).toBe(0);
    });

    run('a frame is RGBA of its stated size, with a time', async (harness) => {
      const stream = await harness.source.open();
      expect(stream.kind).toBe(harness.source.kind);
      await harness.deliverFrame();
      const frame = await taken(stream);
      expect(frame.data.length).toBe(frame.widthPx * frame.heightPx * 4);
      expect(frame.data.length).toBeGreaterThan(0);
      expect(Number.isFinite(frame.timestampMs)).toBe(true);
      frame.close();
      await stream.close();
    });

    run('a frame may be closed twice, and after its stream', async (harness) => {
      const stream = await harness.source.open();
      await harness.deliverFrame();
      const frame = await taken(stream);
      await stream.close();
      frame.close();
      frame.close();
    });

    run('a pending nextFrame gets the frame that comes', async (harness) => {
      const stream = await harness.source.open();
      const pending = taken(stream);
      await harness.deliverFrame();
      (await pending).close();
      await stream.close();
    });

    run('the newest frame wins and the missed ones are counted', async (harness) => {
      const stream = await harness.source.open();
      await harness.deliverFrame();
      const first = await taken(stream);
      first.close();
      const before = stream.droppedFrameCount;
      await harness.deliverFrame();
      await harness.deliverFrame();
      await harness.deliverFrame();
      const newest = await taken(stream);
      expect(stream.droppedFrameCount - before).toBe(2);
      newest.close();
      await stream.close();
    });

    run('time goes forward from frame to frame', async (harness) => {
      const stream = await harness.source.open();
      let last = -Infinity;
      for (let index = 0; index < 5; index += 1) {
        await harness.deliverFrame();
        const frame = await taken(stream);
        expect(frame.timestampMs).toBeGreaterThan(last);
        last = frame.timestampMs;
        frame.close();
      }
      await stream.close();
    });

    run('a second nextFrame while one is pending is BUSY and leaves the first alone', async (harness) => {
      const stream = await harness.source.open();
      const pending = taken(stream);
      expect(await failureCode(stream.nextFrame())).toBe('BUSY');
      await harness.deliverFrame();
      (await pending).close();
      await stream.close();
    });

    run('close may be called twice, and at once', async (harness) => {
      const stream = await harness.source.open();
      await Promise.all([stream.close(), stream.close()]);
      await stream.close();
    });

    run('after close nextFrame is DISPOSED, though a frame waits', async (harness) => {
      const stream = await harness.source.open();
      await harness.deliverFrame();
      await stream.close();
      expect(await failureCode(stream.nextFrame())).toBe('DISPOSED');
    });

    run('close ends a pending nextFrame with DISPOSED', async (harness) => {
      const stream = await harness.source.open();
      const pending = failureCode(stream.nextFrame());
      await stream.close();
      expect(await pending).toBe('DISPOSED');
    });

    run('an abort before open is ABORTED', async ({ source }) => {
      const abort = createAbortSource();
      abort.abort();
      expect(await failureCode(source.open({ signal: abort.signal }))).toBe('ABORTED');
    });

    run('an abort while waiting is ABORTED, and the stream goes on', async (harness) => {
      const stream = await harness.source.open();
      const abort = createAbortSource();
      const pending = failureCode(stream.nextFrame({ signal: abort.signal }));
      abort.abort();
      expect(await pending).toBe('ABORTED');
      expect(await failureCode(stream.nextFrame({ signal: abort.signal }))).toBe('ABORTED');
      await harness.deliverFrame();
      (await taken(stream)).close();
      await stream.close();
    });

    run('it can be opened again after close, with fresh frames', async (harness) => {
      const first = await harness.source.open();
      await harness.deliverFrame();
      await first.close();
      const second = await harness.source.open();
      const pending = taken(second);
      await harness.deliverFrame();
      (await pending).close();
      expect(second.droppedFrameCount).toBe(0);
      await second.close();
    });

    if (has('holdOpening'))
      run('an abort while opening is ABORTED and lets go of the device', async (harness) => {
        if (!harness.holdOpening)
          throw new TypeError('the harness has no holdOpening: give it, or say so in lacks');
        const release = harness.holdOpening();
        const abort = createAbortSource();
        const opening = failureCode(harness.source.open({ signal: abort.signal }));
        abort.abort();
        expect(await opening).toBe('ABORTED');
        release();
        const stream = await harness.source.open();
        await stream.close();
      });

    if (has('interrupt'))
      run('a lost device is CAMERA_INTERRUPTED, retryable, then and on every later call', async (harness) => {
        if (!harness.interrupt)
          throw new TypeError('the harness has no interrupt: give it, or say so in lacks');
        const stream = await harness.source.open();
        const pending = stream.nextFrame().then(
          () => null,
          (error: unknown) => error,
        );
        await harness.interrupt();
        const error = await pending;
        expect(isHuotiError(error, 'CAMERA_INTERRUPTED') && error.retryable).toBe(true);
        expect(await failureCode(stream.nextFrame())).toBe('CAMERA_INTERRUPTED');
        await stream.close();
        expect(await failureCode(stream.nextFrame())).toBe('DISPOSED');
      });

    if (has('refuseOpening'))
      run('a machine that refuses is its own code', async (harness) => {
        if (!harness.refuseOpening)
          throw new TypeError('the harness has no refuseOpening: give it, or say so in lacks');
        const code = harness.refuseOpening();
        expect(await failureCode(harness.source.open())).toBe(code);
      });
  });
}
