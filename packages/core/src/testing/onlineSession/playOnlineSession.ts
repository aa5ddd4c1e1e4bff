import {
  encodeLightLog,
  encodeTraceChunk,
  LIGHT_LOG_ID,
  type Action,
  type LightLogEntry,
  type LivenessPlan,
  type PlanStep,
  type TraceChunk,
  type TraceFrame,
  type TracePicture,
} from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { restoreFrameFacts } from '../../evidence/restoreFrameFacts.js';
import { traceFrameOf } from '../../evidence/traceFrameOf.js';
import { PICTURE_EVERY_MS } from '../../evidence/createEvidenceRecorder.js';
import { cropRectOf } from '../../frame/cropRectOf.js';
import { cropSizeOf } from '../../frame/cropSizeOf.js';
import type { FrameStatistics } from '../../frame/FrameStatistics.js';
import { isSteep } from '../../frame/isSteep.js';
import { createPlanRandom } from '../../plan/createPlanRandom.js';
import { TICK_MS } from '../../session/deadlines.js';
import type { Ending } from '../../session/Ending.js';
import type { SessionInput } from '../../session/machine/SessionInput.js';
import { initialSessionState } from '../../session/machine/SessionState.js';
import { step } from '../../session/machine/step.js';
import type { SessionEvent } from '../../session/SessionEvent.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { GOOD_STATISTICS } from '../playSession.js';
import { createSubject, type Subject, type SubjectOptions } from '../subject/createSubject.js';
import type { SubjectMove } from '../subject/SubjectMove.js';
import { createFakeScreen, type ScreenColour } from '../light/createFakeScreen.js';
import { fakePixelFacts } from './fakePixelFacts.js';

/** A picture that the synthetic camera is asked to make a file of. */
export interface WantedPicture {
  /** What is seen, restored from the trace; the picture is of `cropRectOf` its landmarks. */
  readonly face: FaceObservation;
  readonly timestampMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What {@link playOnlineSession} takes. */
export interface PlayOnlineSessionOptions {
  /** As it was signed: with `stepCount`, and the steps known at the start (none). */
  plan: LivenessPlan;
  /** Those that the server reveals, in order. */
  steps: readonly PlanStep[];
  /** The person. @default createSubject's own */
  subject?: SubjectOptions;
  /** Told of every event. @default the person does what is asked */
  onEvent?: (event: SessionEvent, subject: Subject) => void;
  /** What is seen at a time, the followed face first. @default the person alone */
  observe?: (atMs: number, subject: Subject) => readonly FaceObservation[];
  /** @default GOOD_STATISTICS */
  statistics?: (atMs: number) => FrameStatistics;
  /** Changes a frame before it is judged and recorded: a client that lies to itself. */
  edit?: (frame: TraceFrame) => TraceFrame;
  /** When a frame is captured, in ms from the start. @default 30 a second */
  frameTime?: (frame: number) => number;
  /** @default 30 */
  fps?: number;
  /** From the capture of a frame until it is judged, in ms. @default none */
  lagMs?: (frame: number) => number;
  /** From asking for a step to its answer, in ms. @default 120 */
  revealDelayMs?: number;
  /** From asking the screen for a colour until it is on the glass, in ms. @default 25 */
  screenDelayMs?: number;
  /** Changes the light log of a chunk before it is recorded: a client that lies of its screen. */
  editLight?: (entries: readonly LightLogEntry[]) => readonly LightLogEntry[];
  /** When the session's clock begins, in ms. @default 1000 */
  startMs?: number;
  /** Nobody goes on after this, in ms from the start. @default 120000 */
  untilMs?: number;
  /** Makes the files of the pictures that are committed every 200 ms. @default no pictures */
  pictures?: (wanted: WantedPicture) => Uint8Array;
}

/** An online session as a client would have sent it. */
export interface PlayedOnlineSession {
  /** Encoded, in order: what is posted, and what the chain is made of. */
  readonly chunks: readonly Uint8Array[];
  /** The same, not encoded. */
  readonly traces: readonly TraceChunk[];
  /** Files of the pictures, a list a chunk. */
  readonly pictures: readonly (readonly Uint8Array[])[];
  /** `null` where it was still going on. */
  readonly ending: Ending | null;
  readonly events: readonly SessionEvent[];
  /** When each chunk was cut on the session's clock, in ms: the server's stamps of an honest client. */
  readonly cutAtMs: readonly number[];
  readonly subject: Subject;
}

/**
 * Plays a whole online session with a synthetic person: the plan is revealed a step at a time, the trace is recorded and cut
 * as the client does it, and the session is judged by the recorded numbers. No host, no model, no waiting.
 *
 * @example
 * const { chunks, ending } = playOnlineSession({ plan: { ...plan, steps: [], stepCount: 3 }, steps });
 * let hash = chainStart(planJws);
 * for (const bytes of chunks) hash = chainNext(hash, bytes);
 */
export function playOnlineSession({
  plan,
  steps,
  subject: options = {},
  onEvent = (event, person) => {
    if (event.type === 'challenge-start') person.perform(moveOf(event.action), event.atMs);
  },
  observe = (atMs, person) => [person.observe(atMs)],
  statistics = () => GOOD_STATISTICS,
  edit = (frame) => frame,
  fps = 30,
  frameTime = (frame) => (frame * 1000) / fps,
  lagMs = () => 0,
  revealDelayMs = 120,
  screenDelayMs = 25,
  editLight = (entries) => entries,
  startMs = 1000,
  untilMs = 120_000,
  pictures,
}: PlayOnlineSessionOptions): PlayedOnlineSession {
  const subject = createSubject(options);
  const random = createPlanRandom(plan.nonce);
  const events: SessionEvent[] = [];
  const traces: TraceChunk[] = [];
  const files: Uint8Array[][] = [];
  const cutAtMs: number[] = [];
  let state = initialSessionState(plan);
  let frames: TraceFrame[] = [];
  let named: TracePicture[] = [];
  let page: Uint8Array[] = [];
  let revealFrame: number | null = null;
  let revealAtMs: number | null = null;
  let lights: LightLogEntry[] = [];
  let wanted: (Omit<LightLogEntry, 'frameIndex'> & { readonly colour: ScreenColour }) | null = null;
  const screen = createFakeScreen();
  let lastPictureMs = -Infinity;
  let nowMs = startMs;

  const cut = (): void => {
    const index = traces.length;
    const log = editLight(lights);
    traces.push({
      index,
      revealFrame: index === 0 ? 0 : (revealFrame ?? frames.length),
      frames,
      pictures: named,
      extensions: log.length > 0 ? [{ id: LIGHT_LOG_ID, bytes: encodeLightLog(log) }] : [],
    });
    files.push(page);
    cutAtMs.push(nowMs);
    frames = [];
    named = [];
    page = [];
    revealFrame = null;
    lights = [];
  };
  const tell = (input: SessionInput): void => {
    const result = step(state, input, random);
    state = result.state;
    for (const effect of result.effects) {
      if (effect.type === 'reveal-step') {
        cut();
        revealAtMs = nowMs + revealDelayMs;
      }
      if (effect.type === 'show-light') {
        const { stage, attempt, colour } = effect;
        wanted = { stage, attempt, colour, shownAtMs: Math.floor(nowMs + screenDelayMs) };
        screen.show(colour, wanted.shownAtMs);
      }
      if (effect.type === 'close-light') screen.close(nowMs);
      if (effect.type !== 'emit') continue;
      events.push(effect.event);
      onEvent(effect.event, subject);
    }
  };
  const deliverLight = (atMs: number): void => {
    if (wanted === null || wanted.shownAtMs > atMs || state.ending) return;
    const { stage, attempt, shownAtMs } = wanted;
    wanted = null;
    nowMs = Math.max(nowMs, shownAtMs);
    lights.push({ frameIndex: frames.length, stage, attempt, shownAtMs });
    tell({ type: 'light-shown', atMs: nowMs, shownAtMs });
  };
  const deliver = (atMs: number): void => {
    const answer = steps[traces.length - 1];
    if (revealAtMs === null || revealAtMs > atMs || state.ending || !answer) return;
    nowMs = Math.max(nowMs, revealAtMs);
    revealAtMs = null;
    revealFrame = frames.length;
    tell({ type: 'step-revealed', atMs: nowMs, step: answer });
  };
  const photograph = (face: FaceObservation | undefined, timestampMs: number): void => {
    if (!pictures || !face || timestampMs - lastPictureMs < PICTURE_EVERY_MS) return;
    if (isSteep(face.pose)) return;
    const rect = cropRectOf(face.landmarks, face.frameWidthPx, face.frameHeightPx);
    if (!rect) return;
    lastPictureMs = timestampMs;
    const size = cropSizeOf(rect);
    const file = pictures({ face, timestampMs, ...size });
    page.push(file);
    named.push({ frameIndex: frames.length, sha256: sha256(file), ...size });
  };

  tell({ type: 'start', atMs: nowMs });
  tell({ type: 'landmarker-ready', atMs: nowMs });
  tell({ type: 'source-open', atMs: nowMs, warnings: [], mirroringKnown: true });
  for (let at = 0; !state.ending && frameTime(at) < untilMs; at += 1) {
    const capturedMs = startMs + frameTime(at);
    const judgedMs = Math.max(nowMs, capturedMs + lagMs(at));
    deliver(judgedMs);
    deliverLight(judgedMs);
    while (!state.ending && nowMs + TICK_MS < judgedMs) {
      nowMs += TICK_MS;
      tell({ type: 'tick', atMs: nowMs });
    }
    if (state.ending) break;
    nowMs = judgedMs;
    const observations = observe(capturedMs, subject);
    const face = observations[0] ?? null;
    const timestampMs = Math.floor(capturedMs);
    const seen = {
      timestampMs,
      observations,
      statistics: statistics(capturedMs),
      frameWidthPx: face?.frameWidthPx ?? options.frameWidthPx ?? 480,
      frameHeightPx: face?.frameHeightPx ?? options.frameHeightPx ?? 640,
      afterFallback: false,
    };
    const traced = edit(traceFrameOf(seen, fakePixelFacts(face, timestampMs, options.seed ?? 1, screen.at)));
    const facts = restoreFrameFacts(traced);
    if (!traced.broken) photograph(facts.observations[0], timestampMs);
    frames.push(traced);
    tell({ type: 'frame', atMs: nowMs, ...facts });
  }
  if (!state.ending) tell({ type: 'source-ended', atMs: nowMs });
  cut();
  return {
    chunks: traces.map(encodeTraceChunk),
    traces,
    pictures: files,
    ending: state.ending,
    events,
    cutAtMs,
    subject,
  };
}

/** A turn without a side is made to the left, the other one to the right. */
function moveOf(action: Action): SubjectMove {
  if (action === 'turn-one-side') return 'turn-left';
  return action === 'turn-other-side' ? 'turn-right' : action;
}
