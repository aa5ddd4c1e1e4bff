import type { LivenessPlan, PlanStep, TraceChunk } from '@huoti/protocol';
import { createSignalPanel } from '../../antispoof/createSignalPanel.js';
import { restoreFrameFacts } from '../../evidence/restoreFrameFacts.js';
import { createPlanRandom } from '../../plan/createPlanRandom.js';
import { TICK_MS } from '../deadlines.js';
import { refused, type Ending } from '../Ending.js';
import type { SessionInput } from '../machine/SessionInput.js';
import { initialSessionState, type SessionState } from '../machine/SessionState.js';
import { signalMomentOf } from '../machine/signalMomentOf.js';
import { step } from '../machine/step.js';
import { checkLightEntry } from './checkLightEntry.js';
import { checkStructure } from './checkStructure.js';
import { createWindowLog } from './createWindowLog.js';
import { lightLogOf } from './lightLogOf.js';
import type { ReplayedFrame, ReplayedSession } from './ReplayedSession.js';
import { REPLAY_LAG_MS } from './replayLimits.js';

/** What {@link replaySession} takes. */
export interface ReplayOptions {
  /** The plan as it was signed, with the steps that it came with. */
  plan: LivenessPlan;
  /** The steps that were revealed, in order. */
  steps: readonly PlanStep[];
  /** In order; each as `decodeTraceChunk` gave it. */
  chunks: readonly TraceChunk[];
}

/**
 * Judges a trace again, by the same step function that judged it on the client. Pure and synchronous.
 *
 * The clock is that of the frames. What the client saw later than that (a slow engine, a late look at the clock) can only
 * have made it stricter, so that whatever honestly completed there completes here; no deadline is overrun by more than
 * REPLAY_LAG_MS. A trace that can't be true is a refusal, never an exception.
 *
 * @example
 * const { ending, windows } = replaySession({ plan, steps, chunks: parts.map(decodeTraceChunk) });
 * if (ending.kind !== 'completed') return refuse(ending);
 */
export function replaySession({ plan, steps, chunks }: ReplayOptions): ReplayedSession {
  const random = createPlanRandom(plan.nonce);
  const log = createWindowLog();
  const panel = createSignalPanel();
  const frames: ReplayedFrame[] = [];
  let state: SessionState = initialSessionState(plan, { lagMs: REPLAY_LAG_MS });
  let eventCount = 0;
  let fallbackCount = 0;
  /** A step was asked for after the last frame. */
  let asked = false;
  let chunkIndex = 0;

  const tell = (input: SessionInput): void => {
    const result = step(state, input, random);
    state = result.state;
    for (const effect of result.effects) {
      if (effect.type === 'reveal-step') asked = true;
      if (effect.type !== 'emit') continue;
      eventCount += 1;
      log.hear(effect.event, chunkIndex);
    }
  };

  /** Looks at the clock between two frames, as long as the client did for sure. */
  const tickUntil = (atMs: number): void => {
    const lastMs = state.lastFrameMs;
    if (lastMs === null) return;
    for (let tickMs = lastMs + TICK_MS; tickMs <= atMs - REPLAY_LAG_MS && !state.ending; tickMs += TICK_MS) {
      tell({ type: 'tick', atMs: tickMs });
    }
  };

  const report = (ending: Ending, endedByTrace: boolean): ReplayedSession => ({
    ending,
    endedByTrace,
    outcomes: state.outcomes,
    light: state.outcomes.some(({ action, status }) => action === 'light' && status === 'satisfied'),
    windows: log.read(state.lastFrameMs ?? 0),
    baseline: state.baseline,
    frames,
    signals: panel.read(),
    eventCount,
    fallbackCount,
    wrongActionCount: state.wrongActions,
    firstFrameMs: state.firstFrameMs,
    lastFrameMs: state.lastFrameMs,
  });
  const inconsistent = (detail: string): ReplayedSession =>
    report(refused('EVIDENCE_INCONSISTENT', detail), false);

  const fault = checkStructure(chunks, steps);
  if (fault !== null) return inconsistent(fault);
  const beganMs = firstTime(chunks);
  tell({ type: 'start', atMs: beganMs });
  tell({ type: 'landmarker-ready', atMs: beganMs });
  tell({ type: 'source-open', atMs: beganMs, warnings: [], mirroringKnown: true });

  for (const chunk of chunks) {
    const { index: at, revealFrame } = chunk;
    chunkIndex = at;
    const lights = lightLogOf(chunk);
    if (typeof lights === 'string') return inconsistent(lights);
    if (at > 0 && !asked) return inconsistent(`chunk ${at} begins before its step was asked for`);
    const revealed = at === 0 ? undefined : steps[at - 1];
    for (let index = 0; index <= chunk.frames.length; index++) {
      if (revealed && index === revealFrame) {
        asked = false;
        tell({ type: 'step-revealed', atMs: state.lastInputMs ?? beganMs, step: revealed });
      }
      const frame = chunk.frames[index];
      for (const entry of lights.filter(({ frameIndex }) => frameIndex === index)) {
        const lie = checkLightEntry(entry, state, frame?.timestampMs ?? state.lastFrameMs ?? beganMs);
        if (lie !== null) return inconsistent(`chunk ${at}, frame ${index}: ${lie}`);
        tell({ type: 'light-shown', atMs: state.lastInputMs ?? beganMs, shownAtMs: entry.shownAtMs });
      }
      if (!frame) break;
      if (asked && index >= revealFrame) {
        return inconsistent(`chunk ${at}, frame ${index}: the next step was asked for, and no chunk was cut`);
      }
      if (frame.afterFallback) fallbackCount += 1;
      else tickUntil(frame.timestampMs);
      if (state.ending) {
        const { ending } = state;
        if (ending.kind !== 'completed') return report(ending, false);
        return inconsistent(`chunk ${at}, frame ${index}: it came after the session was completed`);
      }
      const { phase, stepIndex } = state;
      const facts = restoreFrameFacts(frame);
      const { timestampMs, observations } = facts;
      const moment = signalMomentOf(state, timestampMs);
      frames.push({ timestampMs, chunk: at, index, observations, phase, stepIndex, lit: moment.lit });
      panel.push(frame, observations[0] ?? null, moment);
      tell({ type: 'frame', atMs: timestampMs, ...facts });
    }
  }
  const ending = state.ending;
  if (ending) return report(ending, false);
  tell({ type: 'source-ended', atMs: state.lastInputMs ?? beganMs });
  return report(state.ending ?? refused('NO_FACE', 'the trace has no frame'), true);
}

/** When the first frame of all was captured. */
function firstTime(chunks: readonly TraceChunk[]): number {
  for (const { frames } of chunks) if (frames[0]) return frames[0].timestampMs;
  return 0;
}
