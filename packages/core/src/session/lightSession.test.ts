import { describe, expect, it } from '@jest/globals';
import {
  decodeTraceChunk,
  HuotiError,
  isHuotiError,
  type LightStep,
  type PlanStep,
  type StepAction,
} from '@huoti/protocol';
import { signalReadingsOf } from '../antispoof/SignalReadings.js';
import { createEvidenceRecorder, type CutChunk } from '../evidence/createEvidenceRecorder.js';
import { createPlan } from '../plan/createPlan.js';
import { drawReplacementStep } from '../plan/drawReplacementStep.js';
import { createFakeFrameSource } from '../testing/fakeFrameSource.js';
import { createFakeLandmarker } from '../testing/fakeLandmarker.js';
import {
  createFakeScreenLight,
  type FakeScreenLightOptions,
} from '../testing/light/createFakeScreenLight.js';
import { createManualClock } from '../testing/manualClock.js';
import { createSeededRandom } from '../testing/seededRandom.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { SubjectMove } from '../testing/subject/SubjectMove.js';
import { createSession } from './createSession.js';
import { replaySession } from './replay/replaySession.js';
import type { SceneFacts } from './SceneFacts.js';
import type { SessionEvent } from './SessionEvent.js';

const SIZE = { widthPx: 240, heightPx: 320 };

/** Skin-coloured grain all over, sharp enough for every gate. */
function grain(brighter: number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(SIZE.widthPx * SIZE.heightPx * 4);
  for (let pixel = 0; pixel < SIZE.widthPx * SIZE.heightPx; pixel += 1) {
    const light = (((pixel * 2654435761) >>> 24) % 40) + brighter;
    data.set([175 + light, 130 + light, 110 + light, 255], pixel * 4);
  }
  return data;
}
const DIM = grain(0);
const BRIGHT = grain(48);

/** One session at 10 frames a second with a screen, online where `online` is set. */
async function run({
  actions = ['light'],
  light = 'preferred',
  online = false,
  bright = false,
  frames = 12 * 10,
  abortAt = () => false,
  reveal = (step) => step,
  withScreen = true,
  ...screenOptions
}: Partial<Omit<FakeScreenLightOptions, 'clock'>> & {
  actions?: readonly StepAction[];
  light?: 'preferred' | 'required';
  online?: boolean;
  bright?: boolean;
  frames?: number;
  abortAt?: (event: SessionEvent) => boolean;
  reveal?: (step: PlanStep, scene: SceneFacts, steps: readonly PlanStep[]) => PlanStep;
  withScreen?: boolean;
} = {}) {
  const clock = createManualClock({ startMs: 500 });
  const subject = createSubject({ frameWidthPx: SIZE.widthPx, frameHeightPx: SIZE.heightPx });
  const source = createFakeFrameSource(SIZE);
  const screen = createFakeScreenLight({ clock, ...screenOptions });
  const policy = { name: 'default', light, tripwires: 'report', evidenceLevel: 'trace' } as const;
  const whole = createPlan({ random: createSeededRandom(3), actions, policy });
  const plan = online ? { ...whole, steps: [], stepCount: whole.steps.length } : whole;
  const evidence = createEvidenceRecorder();
  const cuts: CutChunk[] = [];
  const told: PlanStep[] = [];
  const session = createSession({
    source,
    landmarker: createFakeLandmarker({ detect: ({ timestampMs }) => [subject.observe(timestampMs)] }),
    plan,
    clock,
    random: createSeededRandom(9),
    evidence,
    ...(withScreen ? { light: screen } : {}),
    reveal: async ({ index, scene }) => {
      cuts.push(evidence.cut());
      await clock.sleep(150);
      told.push(reveal(whole.steps[index]!, scene, whole.steps));
      return told[index]!;
    },
  });
  const events: SessionEvent[] = [];
  const aborting = new AbortController();
  session.subscribe((event) => {
    events.push(event);
    if (event.type === 'challenge-start') subject.perform(event.action as SubjectMove, event.atMs);
    if (abortAt(event)) aborting.abort();
  });
  const running = session.run({ signal: aborting.signal }).then(
    (result) => ({ result, error: null }),
    (error: unknown) => ({ result: null, error }),
  );
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
  };
  await settle();
  for (let frame = 0; frame < frames && source.openStreamCount > 0; frame += 1) {
    for (let part = 0; part < 2; part += 1) {
      clock.advanceBy(1000 / 20);
      await settle();
    }
    source.deliver({
      data: bright ? BRIGHT : DIM,
      ...SIZE,
      rotationDegrees: 0,
      mirrored: false,
      timestampMs: clock.nowMs() - 4,
      close: () => undefined,
    });
    await settle();
  }
  // A session that has not ended by now is a failed test, not one that hangs.
  aborting.abort();
  const ended = await running;
  cuts.push(evidence.cut());
  const chunks = await Promise.all(cuts.map(async (cut) => decodeTraceChunk((await cut.ready()).bytes)));
  return { ...ended, plan, steps: told, chunks, events, screen, clock, source };
}

const stagesOf = (steps: readonly PlanStep[]) =>
  steps.find((step): step is LightStep => step.action === 'light')?.stages ?? [];

describe('a session that lights the face', () => {
  it('shows the colours of the plan in order, gives the screen back, and says so', async () => {
    const { result, screen, plan, clock, events } = await run();
    expect(result).toMatchObject({ status: 'completed', light: true, challenges: [{ action: 'light' }] });
    const wanted = stagesOf(plan.steps).map(({ colour }) => colour.map((level) => level / 255));
    expect(screen.shown).toEqual(wanted);
    expect(screen.closeCount).toBeGreaterThan(0);
    expect(clock.sleeperCount).toBe(0);
    expect(events.filter(({ type }) => type === 'light-stage')).toHaveLength(6);
  });

  it('is replayed from its light log to the same end, event by event and colour by colour', async () => {
    const { result, plan, steps, chunks, events } = await run({
      online: true,
      actions: ['blink', 'light', 'nod'],
    });
    expect(result?.status).toBe('completed');
    const replayed = replaySession({ plan, steps, chunks });
    expect(replayed.ending).toEqual({ kind: 'completed' });
    expect(replayed.light).toBe(true);
    expect(replayed.windows.map(({ action, chunk, status }) => [action, chunk, status])).toEqual([
      ['blink', 1, 'satisfied'],
      ['light', 2, 'satisfied'],
      ['nod', 3, 'satisfied'],
    ]);
    const shown = events.flatMap((event) => (event.type === 'light-stage' ? [event.atMs] : []));
    const seen = new Set(replayed.frames.flatMap(({ lit }) => (lit ? [lit.shownAtMs] : [])));
    expect(Array.from(seen)).toEqual(shown);
    for (const { lit, timestampMs, phase } of replayed.frames) {
      if (lit) expect([phase, timestampMs >= lit.shownAtMs]).toEqual(['light', true]);
    }
    expect(replayed.outcomes).toEqual(result?.challenges);
    // Signals are fed alike: to the last bit, the colours on the glass included.
    expect(signalReadingsOf(replayed.signals)).toEqual(result?.signals);
    expect(replayed.signals['light']?.reading.kind).toBe('measured');
  });

  it('tells whoever reveals that the scene is too bright, and does the action that comes instead', async () => {
    const scenes: boolean[] = [];
    const { result, plan, steps, chunks, screen } = await run({
      online: true,
      bright: true,
      actions: ['blink', 'light'],
      reveal: (step, scene, all) => {
        scenes.push(scene.tooBright);
        return step.action === 'light' && scene.tooBright
          ? drawReplacementStep({ random: createSeededRandom(1), steps: all })
          : step;
      },
    });
    expect(scenes).toEqual([true, true]);
    expect(result).toMatchObject({ status: 'completed', light: false });
    expect(result?.challenges.map(({ action }) => action)).toEqual(['blink', 'approach']);
    expect(screen.shown).toEqual([]);
    expect(replaySession({ plan, steps, chunks })).toMatchObject({
      ending: { kind: 'completed' },
      light: false,
    });
  });

  it('ends at once when it is aborted under a colour, with the screen given back', async () => {
    const { error, screen, clock, source } = await run({
      abortAt: (event) => event.type === 'light-stage' && event.index === 2,
    });
    expect(isHuotiError(error, 'ABORTED')).toBe(true);
    expect(screen.shown).toHaveLength(3);
    expect(screen.closeCount).toBeGreaterThan(0);
    expect([clock.sleeperCount, source.openStreamCount]).toEqual([0, 0]);
  });

  it('ends with what the screen throws, and gives it back all the same', async () => {
    const failure = new HuotiError('HOST_ERROR', 'the page is not on a screen');
    const { error, screen } = await run({ failure: (call) => (call === 1 ? failure : null) });
    expect(error).toBe(failure);
    expect(screen.closeCount).toBe(1);
  });

  it('ends as a fault where the screen never answers', async () => {
    const { error, screen, clock } = await run({ delayMs: Infinity });
    expect(isHuotiError(error, 'HOST_ERROR') && error.retryable).toBe(true);
    expect(screen.closeCount).toBe(1);
    expect(clock.sleeperCount).toBe(0);
  });

  it('completes where the screen can not be given back, having tried again at the end', async () => {
    const { result, screen } = await run({ closeFailure: () => new Error('gone') });
    expect(result?.status).toBe('completed');
    expect(screen.closeCount).toBe(2);
  });

  it('without a screen is refused before it starts, light required or planned', async () => {
    for (const options of [
      { light: 'required', actions: ['blink'] },
      { actions: ['blink', 'light'] },
    ] as const) {
      const refused = await run({ ...options, withScreen: false }).catch((error: unknown) => error);
      expect(isHuotiError(refused, 'PLAN_INVALID')).toBe(true);
    }
    const revealed = await run({ online: true, withScreen: false });
    expect(isHuotiError(revealed.error, 'PLAN_INVALID')).toBe(true);
    const preferred = await run({ actions: ['blink'], withScreen: false });
    expect(preferred.result).toMatchObject({ status: 'completed', light: false });
  });

  it('shows no colours that may harm, whoever planned them', async () => {
    const red = [255, 0, 0] as [number, number, number];
    const { error, screen } = await run({
      online: true,
      reveal: (step) =>
        step.action === 'light'
          ? { ...step, stages: step.stages.map(({ durationMs }) => ({ colour: red, durationMs })) }
          : step,
    });
    expect(isHuotiError(error, 'PLAN_INVALID') && error.message).toContain('may harm');
    expect(screen.shown).toEqual([]);
  });
});
