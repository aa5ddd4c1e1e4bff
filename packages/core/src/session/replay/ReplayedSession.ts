import type { ChallengeOutcome, StepAction } from '@huoti/protocol';
import type { PersonBaseline } from '../../challenge/PersonBaseline.js';
import type { LitStage } from '../../antispoof/SignalFrame.js';
import type { SignalReadings } from '../../antispoof/SignalReadings.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { Ending } from '../Ending.js';
import type { SessionPhase } from '../SessionEvent.js';

/** A window in which an action was asked for, or the screen lit the face. Times are of the frames, in ms. */
export interface ReplayedWindow {
  readonly action: StepAction;
  /** Of the plan's steps, from 0. */
  readonly stepIndex: number;
  readonly startMs: number;
  /** When it was done or ended; the last frame of the trace for one that was still open. */
  readonly endMs: number;
  readonly status: 'satisfied' | 'violated' | 'timed-out' | 'open';
  /** Index of the chunk whose frames it has. */
  readonly chunk: number;
}

/** A frame as it was judged. */
export interface ReplayedFrame {
  readonly timestampMs: number;
  readonly chunk: number;
  /** In its chunk. */
  readonly index: number;
  /** What was restored: the followed face first; landmarks that are not traced are NaN. */
  readonly observations: readonly FaceObservation[];
  /** In which phase the session was when the frame came, and which step it was at. */
  readonly phase: SessionPhase;
  readonly stepIndex: number;
  /** Which colour of the screen was on the glass; `null` without one. */
  readonly lit: LitStage | null;
}

/** What a trace shows when it is judged again. */
export interface ReplayedSession {
  /** `refused` with EVIDENCE_INCONSISTENT where the trace itself can't be true: `detail` has got and expected. */
  readonly ending: Ending;
  /** The frames ended before the session did; `ending` then says what was not done. */
  readonly endedByTrace: boolean;
  /** As in a result: times from the first frame. */
  readonly outcomes: readonly ChallengeOutcome[];
  /** Whether the screen lit the face: its step was satisfied. What the light says of the face is a signal. */
  readonly light: boolean;
  readonly windows: readonly ReplayedWindow[];
  /** Of the person at rest, as it was taken at last; `null` before the first action. */
  readonly baseline: PersonBaseline | null;
  readonly frames: readonly ReplayedFrame[];
  /** What the signals say that a trace feeds. */
  readonly signals: SignalReadings;
  /** How many events a listener would have heard. */
  readonly eventCount: number;
  /** Frames before which the engine fell back: the client's word, and time that nobody watched. */
  readonly fallbackCount: number;
  readonly wrongActionCount: number;
  /** First and last frame; `null` without any. */
  readonly firstFrameMs: number | null;
  readonly lastFrameMs: number | null;
}
