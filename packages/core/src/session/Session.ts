import type { LivenessPlan, LivenessResult, PlanStep } from '@huoti/protocol';
import type { EvidenceRecorder } from '../evidence/createEvidenceRecorder.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { Clock } from '../host/Clock.js';
import type { FrameSource } from '../host/FrameSource.js';
import type { Logger } from '../host/Logger.js';
import type { RandomSource } from '../host/RandomSource.js';
import type { ScreenLight } from '../host/ScreenLight.js';
import type { FaceLandmarker } from '../vision/FaceLandmarker.js';
import type { SceneFacts } from './SceneFacts.js';
import type { SessionEvent } from './SessionEvent.js';

/**
 * Asks the server for one step of the plan. It is called in the moment in which the step is needed, between two frames:
 * evidence that is cut inside of the call ends with the last judged frame.
 *
 * @throws HuotiError whatever the session shall end with, NETWORK_FAILED for one
 */
export type RevealStep = (request: {
  /** From 0. */
  readonly index: number;
  /** What the picture says of the scene now: a server may put an action in the place of a light step. */
  readonly scene: SceneFacts;
  /** Aborts when the session ends. */
  readonly signal: AbortSignalLike;
}) => Promise<PlanStep>;

/** What a session is made of: everything comes in, nothing is global. */
export interface SessionOptions {
  source: FrameSource;
  /** Disposed by the session when it ends. */
  landmarker: FaceLandmarker;
  plan: LivenessPlan;
  clock: Clock;
  random: RandomSource;
  /** Needed for a plan that lights the face. Closed by the session when it ends. */
  light?: ScreenLight;
  /**
   * Takes the measures of each frame, where the plan's evidence level asks for any: at level `none` nothing is recorded.
   * The session is then judged by the recorded numbers, as the server will. The caller cuts the last chunk after `run()`
   * and clears it.
   */
  evidence?: EvidenceRecorder;
  /** Needed for a plan whose `stepCount` is above the steps that it came with. */
  reveal?: RevealStep;
  logger?: Logger;
}

/** One try of one person. A retry is a new session with a new nonce. */
export interface Session {
  /**
   * Runs to its end and leaves nothing running, on every path.
   *
   * @throws HuotiError for a broken machine or an abort; SESSION_ALREADY_RUN on a second call
   */
  run(options?: { signal?: AbortSignalLike }): Promise<LivenessResult>;
  /** Listens until the returned function is called. A listener that throws does not disturb the session. */
  subscribe(listener: (event: SessionEvent) => void): () => void;
}
