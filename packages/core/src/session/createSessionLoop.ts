import { HuotiError, type LivenessPlan, type PlanStep } from '@huoti/protocol';
import { createSignalPanel } from '../antispoof/createSignalPanel.js';
import { createTextureSignal } from '../antispoof/texture/createTextureSignal.js';
import type { SignalReadings } from '../antispoof/SignalReadings.js';
import type { EvidenceRecorder } from '../evidence/createEvidenceRecorder.js';
import { createFrameMeasurer } from '../evidence/createFrameMeasurer.js';
import { restoreFrameFacts } from '../evidence/restoreFrameFacts.js';
import { wipeTraceFrame } from '../evidence/wipeTraceFrame.js';
import type { Frame } from '../frame/Frame.js';
import { measureFrame } from '../frame/measureFrame.js';
import type { Clock } from '../host/Clock.js';
import type { FrameSource, FrameStream } from '../host/FrameSource.js';
import type { Logger } from '../host/Logger.js';
import type { RandomSource } from '../host/RandomSource.js';
import type { ScreenLight } from '../host/ScreenLight.js';
import type { FaceLandmarker } from '../vision/FaceLandmarker.js';
import { abortedError } from '../host/abortedError.js';
import { createAbortSource, type AbortSource } from './abortSource.js';
import { createScreenKeeper } from './createScreenKeeper.js';
import { DEADLINES, TEXTURE_EVERY_MS, TICK_MS } from './deadlines.js';
import type { Ending } from './Ending.js';
import type { SessionInput } from './machine/SessionInput.js';
import { initialSessionState, type SessionState } from './machine/SessionState.js';
import { signalMomentOf } from './machine/signalMomentOf.js';
import { step } from './machine/step.js';
import { median } from './median.js';
import type { SessionFacts } from './resultOf.js';
import type { SceneFacts } from './SceneFacts.js';
import type { RevealStep } from './Session.js';
import type { SessionEvent } from './SessionEvent.js';

/** What the loop works with: a session's options, its listeners and its own abort. */
export interface SessionLoopOptions {
  source: FrameSource;
  landmarker: FaceLandmarker;
  plan: LivenessPlan;
  clock: Clock;
  random: RandomSource;
  /** `null` where nothing may be recorded. */
  recorder: EvidenceRecorder | null;
  /** `null` for a plan that is known whole. */
  reveal: RevealStep | null;
  /** `null` where the host can't light the face. */
  light: ScreenLight | null;
  logger: Logger;
  emit: (event: SessionEvent) => void;
  abort: AbortSource;
}

/** Performs the effects of the step function. */
export interface SessionLoop {
  /** To the ending; rejects with what a host threw, or ABORTED. */
  run(): Promise<Ending>;
  facts(): SessionFacts;
  /** What the signals say of the frames so far. */
  signals(): SignalReadings;
  /** Gives everything back; never rejects. */
  close(): Promise<void>;
}

/** What the server said when it was asked for a step. */
type Answer = { readonly step: PlanStep } | { readonly error: unknown };

/** The imperative side of a session: waits for the host, tells the step function, does what it says. */
export function createSessionLoop({
  source,
  landmarker,
  plan,
  clock,
  random,
  recorder,
  reveal,
  light,
  logger,
  emit,
  abort,
}: SessionLoopOptions): SessionLoop {
  const { signal } = abort;
  let state: SessionState = initialSessionState(plan);
  let stream: FrameStream | null = null;
  let opening: Promise<FrameStream> | null = null;
  let droppedFrameCount = 0;
  const frameMs: number[] = [];
  /** Where nothing is recorded, a frame is measured and forgotten. */
  const measurer = createFrameMeasurer();
  const panel = createSignalPanel();
  /** Looked at here only where no server will look at pictures. */
  const texture = recorder ? null : createTextureSignal();
  let textureMs = -Infinity;
  const screen = createScreenKeeper({ light, clock, signal, logger });
  let asking: Promise<undefined> | null = null;
  let answer: Answer | null = null;

  /** Tells the step function and performs what it asks for; gives the ending once there is one. */
  function tell(input: SessionInput): Ending | null {
    const result = step(state, input, random);
    state = result.state;
    let ending: Ending | null = null;
    for (const effect of result.effects) {
      if (effect.type === 'emit') emit(effect.event);
      else if (effect.type === 'finish') ending = effect.ending;
      else if (effect.type === 'reveal-step') ask(effect.index, effect.scene);
      else if (effect.type === 'show-light') screen.show(effect, state.lastFrameMs ?? input.atMs);
      else if (effect.type === 'close-light') screen.close().catch(() => undefined);
    }
    return ending;
  }

  /** Asks for a step in this very moment: the caller cuts its evidence inside of the call. Frames go on meanwhile. */
  function ask(index: number, scene: SceneFacts): void {
    if (!reveal) throw new HuotiError('PLAN_INVALID', 'the plan has steps that nobody reveals');
    asking = reveal({ index, signal, scene }).then(
      (step) => {
        answer = { step };
        return undefined;
      },
      (error: unknown) => {
        answer = { error };
        return undefined;
      },
    );
  }

  /** Tells of a colour on the glass, or a step that has arrived; gives the ending where that brings one. */
  function deliver(): Ending | null {
    const shown = screen.take();
    if (shown) {
      recorder?.markLight(shown);
      const ending = tell({ type: 'light-shown', atMs: clock.nowMs(), shownAtMs: shown.shownAtMs });
      if (ending) return ending;
    }
    const got = answer;
    if (!got) return null;
    answer = null;
    asking = null;
    if ('error' in got) throw got.error;
    recorder?.markReveal();
    return tell({ type: 'step-revealed', atMs: clock.nowMs(), step: got.step });
  }

  /** Waits for `work`, ticking meanwhile; gives the work's value, or the ending that a deadline brought. */
  async function whileTicking<T>(work: Promise<T>): Promise<{ value: T } | { ending: Ending }> {
    const outcome = work.then((value) => ({ value }));
    // Where a deadline or an abort is first, nobody waits for the work any more.
    outcome.catch(() => undefined);
    for (;;) {
      const pause = createAbortSource(signal);
      const tick = clock.sleep(TICK_MS, { signal: pause.signal }).catch(() => undefined);
      let result: { value: T } | undefined;
      try {
        const others = [asking, screen.pending].filter((one) => one !== null);
        result = (await Promise.race([outcome, tick, ...others])) ?? undefined;
      } finally {
        pause.abort();
      }
      if (signal.aborted) throw abortedError(signal);
      const late = deliver();
      if (late) return { ending: late };
      if (result) return result;
      const ending = tell({ type: 'tick', atMs: clock.nowMs() });
      if (ending) return { ending };
    }
  }

  async function load(): Promise<Ending | null> {
    tell({ type: 'start', atMs: clock.nowMs() });
    const onProgress = (fraction: number): void => emit({ type: 'load-progress', fraction });
    const loaded = await whileTicking(landmarker.load({ signal, onProgress }));
    if ('ending' in loaded) return loaded.ending;
    return tell({ type: 'landmarker-ready', atMs: clock.nowMs() });
  }

  async function open(): Promise<Ending | null> {
    opening = source.open({ facing: 'user', signal });
    const opened = await whileTicking(opening);
    if ('ending' in opened) return opened.ending;
    stream = opened.value;
    const { warnings, mirroringKnown } = stream;
    return tell({ type: 'source-open', atMs: clock.nowMs(), warnings, mirroringKnown });
  }

  /** Detects within its deadline: a hung engine must not hang the session. */
  async function detect(frame: Frame): Promise<{ ending: Ending } | null> {
    const fallbacks = landmarker.engineFacts().fallbacks.length;
    const beganMs = clock.nowMs();
    const overtime = createAbortSource(signal);
    const limit = clock.sleep(DEADLINES.detectMs, { signal: overtime.signal }).then(
      () => {
        throw new HuotiError(
          'BACKEND_UNAVAILABLE',
          `one frame took over ${DEADLINES.detectMs / 1000} s: use another device or the alternative`,
        );
      },
      () => new Promise<never>(() => undefined),
    );
    try {
      const work = landmarker.detect(frame, { signal });
      work.catch(() => undefined);
      const detected = await whileTicking(Promise.race([work, limit]));
      if ('ending' in detected) return detected;
      const atMs = clock.nowMs();
      frameMs.push(atMs - beganMs);
      const observations = detected.value;
      const statistics = measureFrame(frame, observations[0] ?? null);
      const afterFallback = landmarker.engineFacts().fallbacks.length > fallbacks;
      // Where evidence is recorded, the session is judged by what the evidence says, to the last bit.
      const told = { atMs, afterFallback };
      const { facts, traced } = recorder
        ? recorder.record(frame, observations, statistics, told)
        : measurer.measure(frame, observations, statistics, told);
      if (traced) {
        const [face] = recorder ? facts.observations : restoreFrameFacts(traced).observations;
        panel.push(traced, face ?? null, signalMomentOf(state, traced.timestampMs));
        if (!recorder) wipeTraceFrame(traced);
      }
      const main = observations[0];
      if (texture && main && main.landmarks.length > 0 && frame.timestampMs - textureMs >= TEXTURE_EVERY_MS) {
        textureMs = frame.timestampMs;
        await texture.look(frame, main, { signal });
      }
      const ending = tell({ type: 'frame', atMs, ...facts });
      return ending ? { ending } : null;
    } finally {
      overtime.abort();
    }
  }

  async function judge(open: FrameStream): Promise<Ending> {
    for (;;) {
      const next = await whileTicking(open.nextFrame({ signal }));
      if ('ending' in next) return next.ending;
      droppedFrameCount = open.droppedFrameCount;
      const frame = next.value;
      if (!frame) {
        const ending = tell({ type: 'source-ended', atMs: clock.nowMs() });
        if (ending) return ending;
        throw new HuotiError('CAMERA_INTERRUPTED', 'the camera ended by itself', { retryable: true });
      }
      try {
        const judged = await detect(frame);
        if (judged) return judged.ending;
      } finally {
        frame.close();
      }
    }
  }

  return {
    async run() {
      const early = (await load()) ?? (await open());
      if (early) return early;
      if (!stream) throw new HuotiError('HOST_ERROR', 'the camera opened without a stream');
      return judge(stream);
    },
    facts() {
      const first = state.firstFrameMs;
      const last = state.lastFrameMs;
      return {
        plan: state.plan,
        frameCount: state.frameCount,
        droppedFrameCount,
        durationMs: first === null || last === null ? 0 : last - first,
        outcomes: state.outcomes,
        engine: { ...landmarker.engineFacts(), medianFrameMs: median(frameMs) },
      };
    },
    signals: () =>
      texture
        ? { ...panel.read(), [texture.name]: { family: texture.family, reading: texture.read() } }
        : panel.read(),
    async close() {
      measurer.clear();
      panel.reset();
      texture?.reset();
      emit({ type: 'phase-change', phase: 'closing', atMs: clock.nowMs() });
      abort.abort();
      // A camera that opens after its session ended is closed all the same.
      const late = stream ? null : opening;
      const closing = [
        stream ? stream.close() : Promise.resolve(),
        late ? late.then((opened) => opened.close()).catch(() => undefined) : Promise.resolve(),
        landmarker.dispose(),
        // A person must not be left before a coloured screen: it is asked twice.
        screen.close().catch(() => screen.close()),
      ].map((work) =>
        work.catch((error: unknown) => logger.warn('closing failed', { error: String(error) })),
      );
      const pause = createAbortSource();
      const limit = clock.sleep(DEADLINES.closingMs, { signal: pause.signal }).then(
        () => logger.warn('something is not closed yet', { afterMs: DEADLINES.closingMs }),
        () => undefined,
      );
      await Promise.race([Promise.all(closing), limit]);
      pause.abort();
    },
  };
}
