import {
  abortedError,
  createAbortSource,
  type Clock,
  type Frame,
  type FrameSource,
  type FrameStream,
  type ScreenLight,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { createStage, type Stage, type StageOptions } from '../scenes/createStage.js';

/** What {@link createSubjectSource} takes: a stage, a clock, and how often the camera looks. */
export interface SubjectSourceOptions extends Partial<StageOptions> {
  /** One that is built already; else it is built of the other options, `canonicalFace` among them. */
  stage?: Stage;
  /** Paces the frames and stamps them. */
  clock: Clock;
  /** @default 30 */
  fps?: number;
}

/** A synthetic person behind the contract of a camera. */
export interface SubjectSource extends FrameSource {
  readonly kind: 'synthetic';
  readonly stage: Stage;
  /** Lights the person as a screen would: hand it to the session as its `light`. */
  readonly light: ScreenLight;
  /** Streams that are open now. */
  readonly openStreamCount: number;
}

/** How old the picture of a screen's colour is on the glass, in ms: one refresh. */
const SCREEN_DELAY_MS = 16;

/**
 * A camera that sees a synthetic person. Frames are rendered when they are asked for: a slow reader costs nothing, and
 * gets the newest.
 *
 * @throws HuotiError INVALID_ARGUMENT without a stage and without a canonical face
 * @example
 * const source = createSubjectSource({ canonicalFace, persona: PERSONAS[3], performance, clock });
 * performance.follow(session);
 */
export function createSubjectSource({
  clock,
  fps = 30,
  stage: built,
  ...options
}: SubjectSourceOptions): SubjectSource {
  const { canonicalFace } = options;
  if (!built && !canonicalFace) throw new HuotiError('INVALID_ARGUMENT', 'pass canonicalFace, or a stage');
  const stage = built ?? createStage({ ...options, canonicalFace: canonicalFace as CanonicalFace });
  const streams = new Set<FrameStream>();
  let screen: readonly [number, number, number] = [0, 0, 0];
  return {
    specificationVersion: 'v1',
    kind: 'synthetic',
    stage,
    get openStreamCount() {
      return streams.size;
    },
    light: {
      specificationVersion: 'v1',
      show: async (colour, { signal } = {}) => {
        await clock.sleep(SCREEN_DELAY_MS, { signal });
        screen = colour;
        return clock.nowMs();
      },
      close: () => {
        screen = [0, 0, 0];
        return Promise.resolve();
      },
    },
    open: ({ signal } = {}) => {
      if (signal?.aborted) return Promise.reject(abortedError(signal));
      const stream = openStream({
        clock,
        intervalMs: 1000 / fps,
        stage,
        screen: () => screen,
        onClose: () => streams.delete(stream),
      });
      streams.add(stream);
      return Promise.resolve(stream);
    },
  };
}

interface StreamOptions {
  readonly clock: Clock;
  readonly intervalMs: number;
  readonly stage: Stage;
  readonly screen: () => readonly [number, number, number];
  readonly onClose: () => void;
}

function openStream({ clock, intervalMs, stage, screen, onClose }: StreamOptions): FrameStream {
  const openedMs = clock.nowMs();
  stage.performance.begin(openedMs);
  const ending = createAbortSource();
  const spare: Uint8ClampedArray[] = [];
  let seen = 0;
  let dropped = 0;
  let closed = false;
  let pending = false;
  const newest = (): number => Math.floor((clock.nowMs() - openedMs) / intervalMs + 1e-6);

  const capture = (): Frame => {
    const index = newest();
    dropped += index - seen - 1;
    seen = index;
    const timestampMs = openedMs + index * intervalMs;
    return frameOf(stage, stage.pictureAt(timestampMs, screen(), spare.pop()), timestampMs, (data) =>
      spare.push(data),
    );
  };

  return {
    kind: 'synthetic',
    warnings: [],
    mirroringKnown: true,
    get droppedFrameCount() {
      return dropped + Math.max(0, closed ? 0 : newest() - seen - 1);
    },
    nextFrame: async ({ signal } = {}) => {
      if (closed) throw disposed();
      if (signal?.aborted) throw abortedError(signal);
      if (pending) throw busy();
      if (newest() > seen) return capture();
      pending = true;
      // One listener on the caller's signal, taken away again; closing ends the wait too.
      const waiting = createAbortSource();
      const stop = (): void => waiting.abort();
      signal?.addEventListener('abort', stop);
      ending.signal.addEventListener('abort', stop);
      try {
        while (newest() <= seen) {
          await clock.sleep(openedMs + (seen + 1) * intervalMs - clock.nowMs(), { signal: waiting.signal });
        }
      } catch (error) {
        if (closed) throw disposed();
        if (signal?.aborted) throw abortedError(signal);
        throw error;
      } finally {
        pending = false;
        signal?.removeEventListener('abort', stop);
        ending.signal.removeEventListener('abort', stop);
      }
      if (closed) throw disposed();
      return capture();
    },
    close: () => {
      if (!closed) {
        closed = true;
        spare.length = 0;
        ending.abort();
        onClose();
      }
      return Promise.resolve();
    },
  };
}

function frameOf(
  stage: Stage,
  data: Uint8ClampedArray,
  timestampMs: number,
  giveBack: (data: Uint8ClampedArray) => void,
): Frame {
  let open = true;
  return {
    data,
    widthPx: stage.widthPx,
    heightPx: stage.heightPx,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs,
    close: () => {
      if (!open) return;
      open = false;
      giveBack(data);
    },
  };
}

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the stream is closed: open the source again for more frames');

const busy = (): HuotiError =>
  new HuotiError('BUSY', 'one nextFrame() at a time: await the last one', { retryable: true });
