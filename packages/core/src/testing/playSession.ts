import type { LivenessPlan } from '@huoti/protocol';
import type { FrameStatistics } from '../frame/FrameStatistics.js';
import type { Ending } from '../session/Ending.js';
import { initialSessionState, type SessionState } from '../session/machine/SessionState.js';
import { step } from '../session/machine/step.js';
import type { SessionEvent } from '../session/SessionEvent.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { createSeededRandom } from './seededRandom.js';

/** A well lit, sharp, uncovered face before a darker room. */
export const GOOD_STATISTICS: FrameStatistics = {
  frameMeanLuma: 0.5,
  frameLumaDeviation: 0.2,
  frameLumaDetail: 0.1,
  faceMeanLuma: 0.5,
  faceClippedShare: 0,
  faceDarkShare: 0,
  backgroundMeanLuma: 0.4,
  faceSharpness: 10,
  lowerFaceUnlikeSkinShare: 0,
  eyeAreaUnlikeSkinShare: 0,
};

/** What {@link playSession} takes. */
export interface PlaySessionOptions {
  plan: LivenessPlan;
  /** What is seen at a time; the followed face first. */
  observe: (atMs: number) => readonly FaceObservation[];
  /** @default GOOD_STATISTICS */
  statistics?: (atMs: number) => FrameStatistics;
  /** Told of every event, for a person who answers prompts. */
  onEvent?: (event: SessionEvent) => void;
  /** What the clock says when a frame of a time is told. @default the frame's own time */
  clockAt?: (atMs: number) => number;
  /** @default 30 */
  fps?: number;
  /** The recording ends here, in ms. @default 120000 */
  untilMs?: number;
  /** @default 1 */
  seed?: number;
  /**
   * How long the screen takes to show a colour that was asked for, in ms; `null` for one that never answers.
   * @default 33
   */
  screenDelayMs?: number | null;
}

/** A session that was played. */
export interface PlayedSession {
  readonly ending: Ending | null;
  readonly state: SessionState;
  readonly events: readonly SessionEvent[];
}

/**
 * Plays a trace: feeds observations to the session's step function, with no host, no model and no waiting.
 *
 * @example
 * const subject = createSubject();
 * const { ending } = playSession({
 *   plan,
 *   observe: (atMs) => [subject.observe(atMs)],
 *   onEvent: (event) => event.type === 'challenge-start' && subject.perform(event.action, event.atMs),
 * });
 */
export function playSession({
  plan,
  observe,
  statistics = () => GOOD_STATISTICS,
  onEvent,
  clockAt = (atMs) => atMs,
  fps = 30,
  untilMs = 120_000,
  seed = 1,
  screenDelayMs = 33,
}: PlaySessionOptions): PlayedSession {
  const random = createSeededRandom(seed);
  const events: SessionEvent[] = [];
  let state = initialSessionState(plan);
  let shownAtMs: number | null = null;
  const tell = (input: Parameters<typeof step>[1]): void => {
    const result = step(state, input, random);
    state = result.state;
    for (const effect of result.effects) {
      if (effect.type === 'show-light' && screenDelayMs !== null) {
        shownAtMs = (state.lastFrameMs ?? 0) + screenDelayMs;
      }
      if (effect.type !== 'emit') continue;
      events.push(effect.event);
      onEvent?.(effect.event);
    }
  };
  const startMs = clockAt(0);
  tell({ type: 'start', atMs: startMs });
  tell({ type: 'landmarker-ready', atMs: startMs });
  tell({ type: 'source-open', atMs: startMs, warnings: [], mirroringKnown: true });
  for (let frame = 0; !state.ending && (frame * 1000) / fps < untilMs; frame += 1) {
    const timestampMs = (frame * 1000) / fps;
    const observations = observe(timestampMs);
    if (shownAtMs !== null && shownAtMs <= timestampMs) {
      const shown = shownAtMs;
      shownAtMs = null;
      tell({ type: 'light-shown', atMs: Math.max(clockAt(shown), state.lastInputMs ?? 0), shownAtMs: shown });
    }
    tell({
      type: 'frame',
      atMs: clockAt(timestampMs),
      timestampMs,
      observations,
      statistics: statistics(timestampMs),
      frameWidthPx: observations[0]?.frameWidthPx ?? 480,
      frameHeightPx: observations[0]?.frameHeightPx ?? 640,
      afterFallback: false,
    });
  }
  if (!state.ending) tell({ type: 'source-ended', atMs: clockAt(untilMs) });
  return { ending: state.ending, state, events };
}
