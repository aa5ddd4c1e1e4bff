import {
  createAbortSource,
  DEADLINES,
  type AbortSignalLike,
  type FrameSource,
  type FrameStream,
  type SessionEvent,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { LivenessHost } from '../LivenessHost.js';
import { withinDeadline } from './withinDeadline.js';

/** Models that are loaded and a camera that is open, before the plan is asked for. */
export interface OpenDevice {
  readonly stream: FrameStream;
  /** Gives core's session the stream that is open already. */
  readonly source: FrameSource;
  /** From here on core's session gives back camera and models. Called right before it runs. */
  handOver(): void;
}

/** What {@link createDevice} takes. */
export interface DeviceOptions {
  readonly host: LivenessHost;
  readonly signal: AbortSignalLike;
  readonly emit: (event: SessionEvent) => void;
}

/** The device before its session: a plan is dead 30 s after it was drawn, so it is drawn when everything else is ready. */
export interface Device {
  load(): Promise<void>;
  open(): Promise<OpenDevice>;
  /** Gives back what no session took over; never rejects. */
  release(): Promise<void>;
}

/** Loads and opens as core's session would, with the same events and deadlines, so that a screen needs no other words. */
export function createDevice({ host, signal: outer, emit }: DeviceOptions): Device {
  const { source, landmarker, clock, logger } = host;
  const work = createAbortSource(outer);
  const { signal } = work;
  let opening: Promise<FrameStream> | null = null;
  let handedOver = false;
  return {
    async load() {
      emit({ type: 'phase-change', phase: 'loading', atMs: clock.nowMs() });
      const onProgress = (fraction: number): void => emit({ type: 'load-progress', fraction });
      await withinDeadline(landmarker.load({ signal, onProgress }), {
        clock,
        signal,
        limitMs: DEADLINES.loadingMs,
        late: new HuotiError(
          'MODEL_LOAD_FAILED',
          `the models did not load within ${DEADLINES.loadingMs / 1000} s: check the connection and try again`,
          { retryable: true },
        ),
      });
    },
    async open() {
      emit({ type: 'phase-change', phase: 'opening', atMs: clock.nowMs() });
      opening = source.open({ facing: 'user', signal });
      const stream = await withinDeadline(opening, {
        clock,
        signal,
        limitMs: DEADLINES.openingMs,
        late: new HuotiError(
          'CAMERA_INTERRUPTED',
          `the camera did not open within ${DEADLINES.openingMs / 1000} s: answer the permission prompt and try again`,
          { retryable: true },
        ),
      });
      emit({ type: 'camera-open', atMs: clock.nowMs(), warnings: stream.warnings });
      const opened: FrameSource = {
        specificationVersion: 'v1',
        kind: source.kind,
        open: () => Promise.resolve(stream),
      };
      return {
        stream,
        source: opened,
        handOver() {
          handedOver = true;
        },
      };
    },
    async release() {
      if (handedOver) return work.detach();
      work.abort();
      // A camera that opens after its session ended is closed all the same.
      const closing = [
        opening === null
          ? Promise.resolve()
          : opening.then((stream) => stream.close()).catch(() => undefined),
        landmarker.dispose(),
      ].map((each) =>
        each.catch((error: unknown) => logger?.warn('closing failed', { error: String(error) })),
      );
      const pause = createAbortSource();
      await Promise.race([
        Promise.all(closing),
        clock.sleep(DEADLINES.closingMs, { signal: pause.signal }).catch(() => undefined),
      ]);
      pause.abort();
    },
  };
}
