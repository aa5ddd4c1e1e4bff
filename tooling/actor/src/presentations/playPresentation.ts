import {
  createEvidenceRecorder,
  createSession,
  replaySession,
  type FaceLandmarker,
  type FamilyReading,
  type PictureSignal,
} from '@huoti/core';
import { createManualClock, createSeededRandom } from '@huoti/core/testing';
import { decodeTraceChunk, HuotiError, type LivenessPlan } from '@huoti/protocol';
import { createActSource } from '../attacks/createActSource.js';
import { createRandom } from '../random/createRandom.js';
import { createCropKeeper } from './createCropKeeper.js';
import type { PlayedPresentation } from './PlayedPresentation.js';
import type { Presentation } from './Presentation.js';

/** What {@link playPresentation} takes besides the presentation. */
export interface PlayOptions {
  /** Loaded; it is reset before and left loaded after. */
  landmarker: FaceLandmarker;
  /** @default 15 */
  fps?: number;
  /** Reset before; told of the crops after the session. @default none */
  pictureSignals?: readonly PictureSignal[];
  /** From asking for a step to its answer, in ms. @default 100 */
  revealDelayMs?: number;
  /** Tells the machine's own time, in ms. */
  nowMs: () => number;
}

/**
 * Runs a whole online session on a presentation, with a real landmarker, on a clock of its own: as fast as the machine can,
 * with the times of a real one. The trace is then judged again as a server judges it.
 *
 * @throws HuotiError as `Session.run`
 */
export async function playPresentation(
  presentation: Presentation,
  { landmarker, fps = 15, pictureSignals = [], revealDelayMs = 100, nowMs }: PlayOptions,
): Promise<PlayedPresentation> {
  const beganMs = nowMs();
  const { act, ...facts } = presentation;
  const clock = createManualClock();
  const cost = { drawing: 0, detecting: 0 };
  const timed = {
    ...act,
    drawAt: (...now: Parameters<typeof act.drawAt>): void => {
      const fromMs = nowMs();
      act.drawAt(...now);
      cost.drawing += nowMs() - fromMs;
    },
  };
  const source = createActSource({ act: timed, clock, fps, next: createRandom(facts.seed + 1).next });
  const evidence = createEvidenceRecorder();
  const crops = createCropKeeper();
  const { steps, ...head } = facts.plan;
  const plan: LivenessPlan = { ...head, steps: [], stepCount: steps.length };
  const cuts: ReturnType<typeof evidence.cut>[] = [];
  landmarker.reset();
  const session = createSession({
    source,
    landmarker: {
      ...landmarker,
      dispose: () => Promise.resolve(),
      detect: async (frame, options) => {
        const fromMs = nowMs();
        const faces = await landmarker.detect(frame, options);
        cost.detecting += nowMs() - fromMs;
        crops.look(frame, faces[0] ?? null);
        return faces;
      },
    },
    plan,
    clock,
    random: createSeededRandom(facts.seed),
    light: source.light,
    evidence,
    reveal: async ({ index }) => {
      cuts.push(evidence.cut());
      await clock.sleep(revealDelayMs);
      const step = steps[index];
      if (!step) throw new HuotiError('INVALID_ARGUMENT', `the plan has no step ${index}`);
      return step;
    },
  });
  const stop = act.follow(session);
  const result = await session.run();
  stop();
  cuts.push(evidence.cut());
  const ready = await Promise.all(cuts.map((cut) => cut.ready()));
  const chunks = ready.map(({ bytes }) => decodeTraceChunk(bytes));
  evidence.clear();
  const replayed = replaySession({ plan, steps: steps.slice(0, chunks.length - 1), chunks });
  const ofPictures: Record<string, FamilyReading> = {};
  for (const signal of pictureSignals) {
    signal.reset();
    for (const { picture, face } of crops.kept) await signal.look(picture, face);
    ofPictures[signal.name] = { family: signal.family, reading: signal.read() };
  }
  return {
    ...facts,
    result,
    ending: result.status === 'completed' ? 'completed' : result.reason,
    detail: result.status === 'completed' ? '' : (result.detail ?? ''),
    frameCount: replayed.frames.length,
    durationMs: (replayed.lastFrameMs ?? 0) - (replayed.firstFrameMs ?? 0),
    steps,
    chunks,
    signals: { ...replayed.signals, ...ofPictures },
    crops: crops.kept,
    costMs: { ...cost, whole: nowMs() - beganMs },
  };
}
