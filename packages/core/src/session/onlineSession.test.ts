import { describe, expect, it } from '@jest/globals';
import { decodeTraceChunk, HuotiError, isHuotiError, type PlanStep } from '@huoti/protocol';
import { createEvidenceRecorder, type CutChunk } from '../evidence/createEvidenceRecorder.js';
import { createPlan } from '../plan/createPlan.js';
import { createFakeFrameSource } from '../testing/fakeFrameSource.js';
import { createFakeLandmarker } from '../testing/fakeLandmarker.js';
import { createManualClock } from '../testing/manualClock.js';
import { createSeededRandom } from '../testing/seededRandom.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { SubjectMove } from '../testing/subject/SubjectMove.js';
import { createSession } from './createSession.js';
import { replaySession } from './replay/replaySession.js';
import type { RevealStep } from './Session.js';
import type { SessionEvent } from './SessionEvent.js';

const SIZE = { widthPx: 240, heightPx: 320 };

/** Skin-coloured grain all over, sharp and bright enough for every gate. */
function grain(): Uint8ClampedArray {
  const data = new Uint8ClampedArray(SIZE.widthPx * SIZE.heightPx * 4);
  for (let pixel = 0; pixel < SIZE.widthPx * SIZE.heightPx; pixel += 1) {
    const light = ((pixel * 2654435761) >>> 24) % 40;
    data.set([175 + light, 130 + light, 110 + light, 255], pixel * 4);
  }
  return data;
}
const DATA = grain();

interface Online {
  readonly events: SessionEvent[];
  readonly cuts: CutChunk[];
  readonly asked: number[];
  readonly signals: { aborted: boolean }[];
}

/** One online session of a blink and an open mouth, at 30 frames a second; `answer` is the server. */
async function runOnline({
  answer,
  seconds = 12,
  mirroringKnown = true,
  withReveal = true,
  evidenceLevel = 'trace',
  abortAtMs = Infinity,
  actions = ['blink', 'mouth-open'],
}: {
  answer?: (step: PlanStep, index: number, wait: (ms: number) => Promise<void>) => Promise<PlanStep>;
  seconds?: number;
  mirroringKnown?: boolean;
  withReveal?: boolean;
  evidenceLevel?: 'none' | 'trace';
  abortAtMs?: number;
  actions?: readonly PlanStep['action'][];
} = {}) {
  const clock = createManualClock({ startMs: 500 });
  const subject = createSubject({ frameWidthPx: SIZE.widthPx, frameHeightPx: SIZE.heightPx });
  const source = createFakeFrameSource({ ...SIZE, mirroringKnown });
  const whole = createPlan({ random: createSeededRandom(3), actions });
  const plan = {
    ...whole,
    policy: { ...whole.policy, evidenceLevel },
    steps: [],
    stepCount: whole.steps.length,
  };
  const evidence = createEvidenceRecorder();
  const online: Online = { events: [], cuts: [], asked: [], signals: [] };
  const reveal: RevealStep = ({ index, signal }) => {
    online.cuts.push(evidence.cut());
    online.asked.push(index);
    online.signals.push(signal);
    const step = whole.steps[index]!;
    return answer ? answer(step, index, (ms) => clock.sleep(ms)) : clock.sleep(150).then(() => step);
  };
  const session = createSession({
    source,
    landmarker: createFakeLandmarker({ detect: ({ timestampMs }) => [subject.observe(timestampMs)] }),
    plan,
    clock,
    random: createSeededRandom(9),
    evidence,
    ...(withReveal ? { reveal } : {}),
  });
  session.subscribe((event) => {
    online.events.push(event);
    if (event.type === 'challenge-start') subject.perform(event.action as SubjectMove, event.atMs);
  });
  const aborting = new AbortController();
  const running = session.run({ signal: aborting.signal }).then(
    (result) => ({ result, error: null }),
    (error: unknown) => ({ result: null, error }),
  );
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
  };
  await settle();
  for (let frame = 0; frame < seconds * 30 && source.openStreamCount > 0; frame += 1) {
    clock.advanceBy(1000 / 30);
    if (clock.nowMs() >= abortAtMs) aborting.abort();
    source.deliver({
      data: DATA,
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
  online.cuts.push(evidence.cut());
  return { ...online, ...ended, plan, steps: whole.steps, evidence, source, clock };
}

const phases = (events: readonly SessionEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'phase-change' ? [event.phase] : []));

describe('a session whose steps are revealed', () => {
  it('asks for each step when its turn has come, and the server’s replay of its chunks agrees', async () => {
    const { result, events, asked, cuts, plan, steps } = await runOnline();
    expect(result).toMatchObject({ status: 'completed' });
    expect(asked).toEqual([0, 1]);
    expect(phases(events)).toEqual([
      'loading',
      'opening',
      'finding',
      'calibrating',
      'revealing',
      'challenge',
      'neutral',
      'revealing',
      'challenge',
      'closing',
      'ended',
    ]);
    const chunks = [];
    for (const cut of cuts) chunks.push(decodeTraceChunk((await cut.ready()).bytes));
    expect(chunks.map(({ revealFrame }) => revealFrame > 2)).toEqual([false, true, true]);
    const replayed = replaySession({ plan, steps, chunks });
    expect(replayed.ending).toEqual({ kind: 'completed' });
    expect(replayed.outcomes).toEqual(result?.challenges);
  }, 60_000);

  it('cuts the chunk at the very frame at which the step is asked for', async () => {
    const { events, cuts } = await runOnline();
    const judged: number[] = [];
    const at: number[] = [];
    for (const event of events) {
      if (event.type === 'frame-judged') judged.push(event.atMs);
      if (event.type === 'phase-change' && event.phase === 'revealing') at.push(judged.length);
    }
    const first = decodeTraceChunk((await cuts[0]!.ready()).bytes);
    expect(first.frames.length).toBe(at[0]);
  }, 60_000);

  it('goes on following the face while it waits, and counts no action before the window', async () => {
    const { events, result } = await runOnline({
      answer: (step, _index, wait) => wait(3000).then(() => step),
    });
    expect(result?.status).toBe('completed');
    const from = events.findIndex((event) => event.type === 'phase-change' && event.phase === 'revealing');
    const to = events.findIndex((event) => event.type === 'challenge-start');
    const between = events.slice(from, to).map(({ type }) => type);
    expect(between.filter((type) => type === 'frame-judged').length).toBeGreaterThan(80);
    expect(between).not.toContain('challenge-progress');
  }, 60_000);

  it('ends with NETWORK_FAILED, retryable, when no answer comes within its deadline', async () => {
    const { error, signals, source } = await runOnline({
      answer: () => new Promise(() => undefined),
      seconds: 15,
    });
    expect(isHuotiError(error, 'NETWORK_FAILED') && error.retryable).toBe(true);
    expect(signals[0]?.aborted).toBe(true);
    expect(source.openStreamCount).toBe(0);
  }, 60_000);

  it('ends with what the answer threw, and with HOST_ERROR where that is none of ours', async () => {
    const ours = await runOnline({
      answer: async () => {
        throw new HuotiError('BUSY', 'made for the test');
      },
    });
    expect(isHuotiError(ours.error, 'BUSY')).toBe(true);
    const theirs = await runOnline({
      answer: async () => {
        throw new TypeError('made for the test');
      },
    });
    expect(isHuotiError(theirs.error, 'HOST_ERROR')).toBe(true);
  }, 60_000);

  it('aborts while it waits for a step', async () => {
    const { error, signals } = await runOnline({
      answer: () => new Promise(() => undefined),
      abortAtMs: 3000,
    });
    expect(isHuotiError(error, 'ABORTED')).toBe(true);
    expect(signals[0]?.aborted).toBe(true);
  }, 60_000);

  it('is refused as a plan where a side is revealed before a camera that may mirror', async () => {
    const { error } = await runOnline({ mirroringKnown: false, actions: ['turn-left'] });
    expect(isHuotiError(error, 'PLAN_INVALID')).toBe(true);
  }, 60_000);

  it('can not be made without a way to ask', async () => {
    await expect(runOnline({ withReveal: false })).rejects.toMatchObject({ code: 'PLAN_INVALID' });
  });

  it('records nothing at level none, and asks all the same', async () => {
    const { result, evidence, asked } = await runOnline({ evidenceLevel: 'none' });
    expect(result?.status).toBe('completed');
    expect(asked).toEqual([0, 1]);
    expect(evidence.frameCount).toBe(0);
  }, 60_000);
});
