import type { LivenessPlan, LivenessResult } from '@huoti/protocol';
import type { EvidenceRecorder } from '../evidence/createEvidenceRecorder.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { Clock } from '../host/Clock.js';
import type { FrameSource } from '../host/FrameSource.js';
import type { Logger } from '../host/Logger.js';
import type { RandomSource } from '../host/RandomSource.js';
import type { ScreenLight } from '../host/ScreenLight.js';
import type { FaceLandmarker } from '../vision/FaceLandmarker.js';
import type { SessionEvent } from './SessionEvent.js';

/** What a session is made of: everything comes in, nothing is global. */
export interface SessionOptions {
  source: FrameSource;
  /** Disposed by the session when it ends. */
  landmarker: FaceLandmarker;
  plan: LivenessPlan;
  clock: Clock;
  random: RandomSource;
  /** Taken and not used yet: no plan of this version has a light step. */
  light?: ScreenLight;
  /**
   * Takes the measures of each judged frame, where the plan's evidence level asks for any: at level `none` nothing is
   * recorded. The caller reads it after `run()` and clears it.
   */
  evidence?: EvidenceRecorder;
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
