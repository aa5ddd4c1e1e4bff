import { describe, expect, it } from '@jest/globals';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { Action } from '@huoti/protocol';
import { createEvidenceRecorder } from '../evidence/createEvidenceRecorder.js';
import type { FrameSource } from '../host/FrameSource.js';
import { createPlan } from '../plan/createPlan.js';
import { createFakeFrameSource, type FakeFrameSource } from '../testing/fakeFrameSource.js';
import { createFakeLandmarker, type FakeLandmarkerOptions } from '../testing/fakeLandmarker.js';
import { createManualClock, type ManualClock } from '../testing/manualClock.js';
import { createSeededRandom } from '../testing/seededRandom.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { SubjectMove } from '../testing/subject/SubjectMove.js';
import { createSession } from './createSession.js';
import type { SessionEvent, SessionPhase } from './SessionEvent.js';

/** A skin-coloured, detailed frame at one lightness: sharp and bright enough for every gate. */
const WIDTH_PX = 480;
const HEIGHT_PX = 640;

interface Bench {
  readonly clock: ManualClock;
  readonly source: FakeFrameSource;
  readonly landmarker: ReturnType<typeof createFakeLandmarker>;
  readonly events: SessionEvent[];
  readonly phases: SessionPhase[];
  readonly session: ReturnType<typeof createSession>;
  /** Lets everything that can go on go on. */
  settle(): Promise<void>;
  /** Delivers frames, 30 a second, until the promise settles or this many seconds are over. */
  playFor(seconds: number): Promise<void>;
}

function bench({
  actions = ['mouth-open'],
  landmarker: options,
  source: given,
}: { actions?: readonly Action[]; landmarker?: FakeLandmarkerOptions; source?: FrameSource } = {}): Bench {
  const clock = createManualClock();
  const subject = createSubject();
  const source = createFakeFrameSource({ widthPx: WIDTH_PX, heightPx: HEIGHT_PX });
  const landmarker = createFakeLandmarker({
    detect: (frame) => [subject.observe(frame.timestampMs)],
    ...options,
  });
  const random = createSeededRandom(2);
  const session = createSession({
    source: given ?? source,
    landmarker,
    plan: createPlan({ random, actions }),
    clock,
    random,
  });
  const events: SessionEvent[] = [];
  const phases: SessionPhase[] = [];
  session.subscribe((event) => {
    events.push(event);
    if (event.type === 'phase-change') phases.push(event.phase);
    if (event.type === 'challenge-start') subject.perform(event.action as SubjectMove, event.atMs);
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
  };
  const texture = skinTexture();
  return {
    clock,
    source,
    landmarker,
    events,
    phases,
    session,
    settle,
    async playFor(seconds) {
      await settle();
      for (let frame = 0; frame < seconds * 30 && source.openStreamCount > 0; frame += 1) {
        clock.advanceBy(1000 / 30);
        source.deliver({
          data: texture,
          widthPx: WIDTH_PX,
          heightPx: HEIGHT_PX,
          rotationDegrees: 0,
          mirrored: false,
          timestampMs: clock.nowMs(),
          close: () => undefined,
        });
        await settle();
      }
    },
  };
}

function skinTexture(): Uint8ClampedArray {
  const data = new Uint8ClampedArray(WIDTH_PX * HEIGHT_PX * 4);
  for (let pixel = 0; pixel < WIDTH_PX * HEIGHT_PX; pixel += 1) {
    const grain = ((pixel * 2654435761) >>> 24) % 40;
    data.set([175 + grain, 130 + grain, 110 + grain, 255], pixel * 4);
  }
  return data;
}

/** What a promise was rejected with. */
const rejection = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new TypeError('it resolved');
    },
    (error: unknown) => error,
  );

function expectNothingLeft({ clock, source, landmarker }: Bench): void {
  expect({
    sleepers: clock.sleeperCount,
    streams: source.openStreamCount,
    frames: source.openFrameCount,
    listeners: source.listenerCount,
    disposed: landmarker.disposeCount,
  }).toEqual({ sleepers: 0, streams: 0, frames: 0, listeners: 0, disposed: 1 });
}

describe('a session that runs', () => {
  it('completes, tells its listeners in order, and leaves nothing behind', async () => {
    const played = bench();
    const running = played.session.run();
    await played.playFor(10);
    const result = await running;
    expect(result).toMatchObject({
      status: 'completed',
      assurance: 'device-only',
      verified: false,
      light: false,
    });
    expect(played.phases).toEqual([
      'loading',
      'opening',
      'finding',
      'calibrating',
      'challenge',
      'closing',
      'ended',
    ]);
    expect(played.events[played.events.length - 1]).toMatchObject({ type: 'session-end', result });
    expectNothingLeft(played);
  });

  it('says what a recording and a synthetic person are worth', async () => {
    for (const [kind, assurance] of [
      ['recording', 'recorded'],
      ['synthetic', 'demo'],
    ] as const) {
      const source = createFakeFrameSource({ kind });
      const played = bench({ source });
      const running = played.session.run();
      await played.settle();
      source.deliver();
      await played.settle();
      source.end();
      expect(await running).toMatchObject({ status: 'failed', assurance });
    }
  });

  it('is not disturbed by a listener that throws', async () => {
    const played = bench();
    played.session.subscribe(() => {
      throw new TypeError('a listener of the page');
    });
    const running = played.session.run();
    await played.playFor(10);
    expect((await running).status).toBe('completed');
  });

  it('does not tell a listener that left', async () => {
    const played = bench();
    let told = 0;
    played.session.subscribe(() => (told += 1))();
    const running = played.session.run();
    await played.playFor(10);
    await running;
    expect(told).toBe(0);
  });

  it('runs once', async () => {
    const played = bench();
    const running = played.session.run();
    expect(isHuotiError(await rejection(played.session.run()), 'SESSION_ALREADY_RUN')).toBe(true);
    await played.playFor(10);
    await running;
    expect(isHuotiError(await rejection(played.session.run()), 'SESSION_ALREADY_RUN')).toBe(true);
  });

  it('reports frames that the camera gave and nobody looked at', async () => {
    const played = bench();
    const running = played.session.run();
    await played.settle();
    played.source.deliver();
    played.source.deliver();
    played.source.deliver();
    await played.playFor(10);
    expect((await running).droppedFrameCount).toBeGreaterThan(0);
  });
});

describe('evidence', () => {
  const recordedFrames = async (evidenceLevel: 'none' | 'trace') => {
    const source = createFakeFrameSource({ kind: 'recording', widthPx: 64, heightPx: 48 });
    const clock = createManualClock();
    const subject = createSubject({ frameWidthPx: 64, frameHeightPx: 48 });
    const random = createSeededRandom(4);
    const policy = { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel } as const;
    const evidence = createEvidenceRecorder();
    const session = createSession({
      source,
      landmarker: createFakeLandmarker({ detect: (frame) => [subject.observe(frame.timestampMs)] }),
      plan: createPlan({ random, policy, actions: ['blink'] }),
      clock,
      random,
      evidence,
    });
    const running = session.run();
    for (let frame = 0; frame < 10; frame += 1) {
      for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
      clock.advanceBy(33);
      source.deliver();
    }
    for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
    source.end();
    await running;
    return evidence.frameCount;
  };

  it('is recorded frame by frame where the plan asks for a trace', async () => {
    expect(await recordedFrames('trace')).toBe(10);
  });

  it('is never recorded at level none, even where a recorder is at hand', async () => {
    expect(await recordedFrames('none')).toBe(0);
  });
});

describe('an abort', () => {
  it('before the start loads and opens nothing', async () => {
    const played = bench();
    const error = await rejection(played.session.run({ signal: AbortSignal.abort('closed') }));
    expect(isHuotiError(error, 'ABORTED') && error.cause).toBe('closed');
    expect(played.landmarker.loadCount).toBe(0);
    expect(played.source.openCalls).toHaveLength(0);
    expectNothingLeft(played);
  });

  for (const phase of ['loading', 'opening', 'finding', 'calibrating', 'challenge', 'neutral'] as const) {
    it(`in the state ${phase} rejects with ABORTED and leaves nothing behind`, async () => {
      const controller = new AbortController();
      const never = new Promise<void>(() => undefined);
      const played = bench({
        actions: ['mouth-open', 'blink'],
        landmarker: phase === 'loading' ? { load: () => never } : {},
      });
      const release = phase === 'opening' ? played.source.holdOpening() : () => undefined;
      played.session.subscribe((event) => {
        if (event.type === 'phase-change' && event.phase === phase) controller.abort();
      });
      const failing = rejection(played.session.run({ signal: controller.signal }));
      await played.playFor(10);
      expect(isHuotiError(await failing, 'ABORTED')).toBe(true);
      release();
      await played.settle();
      expect(played.phases).toContain(phase);
      expectNothingLeft(played);
    });
  }
});

describe('a host that fails', () => {
  it('gives the error of a camera that does not open, as it was thrown', async () => {
    const played = bench();
    played.source.refuseToOpen('CAMERA_PERMISSION_DENIED');
    expect(isHuotiError(await rejection(played.session.run()), 'CAMERA_PERMISSION_DENIED')).toBe(true);
    expectNothingLeft(played);
  });

  it('gives the error of a camera that breaks in the middle', async () => {
    const played = bench();
    const failing = rejection(played.session.run());
    await played.playFor(0.5);
    played.source.fail();
    const error = await failing;
    expect(isHuotiError(error, 'CAMERA_INTERRUPTED') && error.retryable).toBe(true);
    expectNothingLeft(played);
  });

  it('folds what it does not know into HOST_ERROR with its cause', async () => {
    const cause = new TypeError('driver');
    const played = bench({ landmarker: { load: () => Promise.reject(cause) } });
    const error = await rejection(played.session.run());
    expect(isHuotiError(error, 'HOST_ERROR') && error.cause).toBe(cause);
    expectNothingLeft(played);
  });

  it('folds an object that only has a marker of its own, and is no error of ours', async () => {
    const played = bench({ landmarker: { load: () => Promise.reject({ marker: 'of the host' }) } });
    expect(isHuotiError(await rejection(played.session.run()), 'HOST_ERROR')).toBe(true);
  });

  it('is given up when the models do not arrive', async () => {
    const played = bench({ landmarker: { load: () => new Promise(() => undefined) } });
    const failing = rejection(played.session.run());
    for (let second = 0; second < 100; second += 1) {
      await played.settle();
      played.clock.advanceBy(1000);
    }
    expect(isHuotiError(await failing, 'MODEL_LOAD_FAILED')).toBe(true);
    expectNothingLeft(played);
  });

  it('is given up when the camera opens and gives no frame', async () => {
    const played = bench();
    const failing = rejection(played.session.run());
    for (let tick = 0; tick < 120; tick += 1) {
      await played.settle();
      played.clock.advanceBy(100);
    }
    expect(isHuotiError(await failing, 'CAMERA_INTERRUPTED')).toBe(true);
    expectNothingLeft(played);
  });

  it('is given up when the frames stop for two seconds', async () => {
    const played = bench();
    const failing = rejection(played.session.run());
    await played.playFor(0.5);
    for (let tick = 0; tick < 25; tick += 1) {
      await played.settle();
      played.clock.advanceBy(100);
    }
    expect(isHuotiError(await failing, 'CAMERA_INTERRUPTED')).toBe(true);
    expectNothingLeft(played);
  });

  it('is given up when one frame never comes out of the engine', async () => {
    let frames = 0;
    const subject = createSubject();
    const played = bench({
      landmarker: {
        detect: (frame) => {
          frames += 1;
          return frames < 5 ? [subject.observe(frame.timestampMs)] : new Promise(() => undefined);
        },
      },
    });
    const failing = rejection(played.session.run());
    await played.playFor(0.3);
    for (let tick = 0; tick < 200; tick += 1) {
      await played.settle();
      played.clock.advanceBy(100);
    }
    const error = await failing;
    expect(isHuotiError(error, 'CAMERA_INTERRUPTED') || isHuotiError(error, 'BACKEND_UNAVAILABLE')).toBe(
      true,
    );
    expectNothingLeft(played);
  });

  it('that closes badly is logged, and the result stands', async () => {
    const warnings: string[] = [];
    const played = bench();
    const random = createSeededRandom(2);
    const source: FrameSource = {
      ...played.source,
      kind: 'recording',
      open: async () => ({
        kind: 'recording',
        warnings: [],
        mirroringKnown: true,
        droppedFrameCount: 0,
        nextFrame: async () => null,
        close: () => Promise.reject(new HuotiError('HOST_ERROR', 'stuck')),
      }),
    };
    const session = createSession({
      source,
      landmarker: createFakeLandmarker(),
      plan: createPlan({ random, actions: ['blink'] }),
      clock: played.clock,
      random,
      logger: { debug: () => undefined, warn: (message) => warnings.push(message) },
    });
    expect(await session.run()).toMatchObject({ status: 'failed', reason: 'NO_FACE' });
    expect(warnings).toEqual(['closing failed']);
  });
});

describe('createSession', () => {
  const random = createSeededRandom(1);
  const parts = {
    source: createFakeFrameSource(),
    landmarker: createFakeLandmarker(),
    clock: createManualClock(),
    random,
  };

  it('refuses what is not a plan, naming the field', () => {
    const plan = { ...createPlan({ random }), totalMs: 'soon' };
    let thrown: unknown;
    try {
      createSession({ ...parts, plan: plan as never });
    } catch (error) {
      thrown = error;
    }
    expect(isHuotiError(thrown, 'PLAN_INVALID') && thrown.message).toContain('totalMs');
  });

  it('refuses an adapter of another version of the contract', () => {
    const source = { ...parts.source, specificationVersion: 'v2' } as never;
    expect(() => createSession({ ...parts, source, plan: createPlan({ random }) })).toThrow(/v1/);
  });

  it('refuses a plan with sides on a camera that may mirror', async () => {
    const source = createFakeFrameSource({ mirroringKnown: false });
    const landmarker = createFakeLandmarker();
    const plan = createPlan({ random, actions: ['turn-left'] });
    const session = createSession({ ...parts, landmarker, source, plan });
    expect(isHuotiError(await rejection(session.run()), 'PLAN_INVALID')).toBe(true);
    expect(source.openStreamCount).toBe(0);
  });
});
