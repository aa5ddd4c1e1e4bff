import {
  createEvidenceRecorder,
  createSession,
  type FaceLandmarker,
  type Frame,
  type FrameSource,
  type PictureEncoder,
  type ScreenLight,
} from '@huoti/core';
import { createManualClock, createSeededRandom } from '@huoti/core/testing';
import { HuotiError, type LivenessPlan, type LivenessResult, type PlanStep } from '@huoti/protocol';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { createPerformance, type PerformanceOptions } from '../performance/createPerformance.js';
import type { Persona } from '../personas/Persona.js';
import { createStage } from '../scenes/createStage.js';

/** From a colour that is set to the glass, in ms: one refresh. */
const SCREEN_DELAY_MS = 16;

/** What {@link recordActorSession} takes. */
export interface RecordActorOptions {
  canonicalFace: CanonicalFace;
  persona: Persona;
  performance?: PerformanceOptions;
  /** Loaded; it is not disposed. */
  landmarker: FaceLandmarker;
  /** The signed head: its steps are revealed one by one. */
  plan: LivenessPlan;
  steps: readonly PlanStep[];
  encoder: PictureEncoder;
  /** @default 15 */
  fps?: number;
  /** From asking for a step to its answer, in ms. @default 100 */
  revealDelayMs?: number;
}

/** An online session of a synthetic person: what a client commits, and has ready to send. */
export interface RecordedActorSession {
  readonly result: LivenessResult;
  /** Encoded, in order. */
  readonly chunks: readonly Uint8Array[];
  /** Files, a list a chunk. */
  readonly pictures: readonly (readonly Uint8Array[])[];
  /** When each chunk was cut, in ms of the session's clock. */
  readonly cutAtMs: readonly number[];
}

/**
 * Runs a whole online session on rendered pictures with a real landmarker, on a clock of its own: as fast as the machine
 * can, with the times of a real one.
 *
 * @throws HuotiError as `Session.run`
 */
export async function recordActorSession({
  canonicalFace,
  persona,
  performance: asked = {},
  landmarker,
  plan,
  steps,
  encoder,
  fps = 15,
  revealDelayMs = 100,
}: RecordActorOptions): Promise<RecordedActorSession> {
  const clock = createManualClock();
  const performance = createPerformance(asked);
  const stage = createStage({ canonicalFace, persona, performance });
  const evidence = createEvidenceRecorder({ pictures: { encoder } });
  const cuts: ReturnType<typeof evidence.cut>[] = [];
  const cutAtMs: number[] = [];
  const cut = (): void => {
    cuts.push(evidence.cut());
    cutAtMs.push(clock.nowMs());
  };
  let screen: readonly [number, number, number] = [0, 0, 0];
  const light: ScreenLight = {
    specificationVersion: 'v1',
    show: async (colour, { signal } = {}) => {
      await clock.sleep(SCREEN_DELAY_MS, { signal });
      screen = colour;
      return clock.nowMs();
    },
    close: async () => {
      screen = [0, 0, 0];
    },
  };
  landmarker.reset();
  const session = createSession({
    source: sourceOf((atMs) => stage.pictureAt(atMs, screen), { clock, fps, ...stage }),
    landmarker: { ...landmarker, dispose: () => Promise.resolve() },
    plan,
    clock,
    random: createSeededRandom(1),
    evidence,
    light,
    reveal: async ({ index }) => {
      cut();
      await clock.sleep(revealDelayMs);
      const step = steps[index];
      if (!step) throw new HuotiError('INVALID_ARGUMENT', `the plan has no step ${index}`);
      return step;
    },
  });
  performance.begin(0);
  performance.follow(session);
  const result = await session.run();
  cut();
  const ready = await Promise.all(cuts.map((one) => one.ready()));
  return {
    result,
    chunks: ready.map(({ bytes }) => bytes),
    pictures: ready.map(({ pictureCount }, chunk) =>
      Array.from({ length: pictureCount }, (_, index) => Uint8Array.from(evidence.picture(chunk, index))),
    ),
    cutAtMs,
  };
}

/** A camera whose next frame moves the clock. */
function sourceOf(
  pictureAt: (atMs: number) => Uint8ClampedArray,
  {
    clock,
    fps,
    widthPx,
    heightPx,
  }: { clock: ReturnType<typeof createManualClock>; fps: number; widthPx: number; heightPx: number },
): FrameSource {
  let index = 0;
  return {
    specificationVersion: 'v1',
    kind: 'synthetic',
    open: async () => ({
      kind: 'synthetic',
      warnings: [],
      mirroringKnown: true,
      droppedFrameCount: 0,
      nextFrame: async (): Promise<Frame> => {
        index += 1;
        const timestampMs = (index * 1000) / fps;
        clock.advanceTo(timestampMs);
        // Pictures are encoded beside the session, which would else never pause.
        await new Promise((resolve) => setImmediate(resolve));
        return {
          data: pictureAt(timestampMs),
          widthPx,
          heightPx,
          rotationDegrees: 0,
          mirrored: false,
          timestampMs,
          close: () => undefined,
        };
      },
      close: () => Promise.resolve(),
    }),
  };
}
