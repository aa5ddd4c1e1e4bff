import type { ChallengeOutcome, GateCode, LivenessPlan } from '@huoti/protocol';
import type { LitStage } from '../../antispoof/SignalFrame.js';
import type { ActionDetector } from '../../challenge/ActionDetector.js';
import type { BaselineCollector } from '../../challenge/createBaselineCollector.js';
import type { PersonBaseline } from '../../challenge/PersonBaseline.js';
import type { CutMonitor } from '../../geometry/createCutMonitor.js';
import type { SignatureMonitor } from '../../geometry/createSignatureMonitor.js';
import type { FaceBox } from '../../vision/FaceObservation.js';
import type { Ending } from '../Ending.js';
import { NO_SECOND_FACE, type SecondFaceState } from '../secondFaceWatch.js';
import type { SessionPhase } from '../SessionEvent.js';
import type { FaceAnchor } from './faceAnchor.js';

/** How the time of a phase was spent, in ms: what a deadline's reason is read from. */
export interface TimeTally {
  readonly totalMs: number;
  readonly noFaceMs: number;
  /** No face, in a picture that is too dark to see one but not covered. */
  readonly darkMs: number;
  readonly severalFacesMs: number;
  readonly gateMs: Readonly<Partial<Record<GateCode, number>>>;
}

export const EMPTY_TALLY: TimeTally = {
  totalMs: 0,
  noFaceMs: 0,
  darkMs: 0,
  severalFacesMs: 0,
  gateMs: {},
};

/** The face that is followed. */
export interface FollowedFace {
  readonly lastSeenMs: number;
  readonly box: FaceBox;
  readonly visible: boolean;
}

/** One window in which an action is asked for. The detectors belong to this session alone. */
export interface ActiveChallenge {
  readonly startMs: number;
  /** Moves back while the challenge is paused. */
  readonly deadlineMs: number;
  readonly pausedMs: number;
  readonly detector: ActionDetector;
  /** Every other action that would be a wrong one. */
  readonly watchers: readonly ActionDetector[];
  readonly tally: TimeTally;
}

/** The wait for a neutral face before the next window. */
export interface NeutralWait {
  readonly sinceMs: number | null;
  readonly holdMs: number;
  /** Face scales of the neutral frames so far: the next window's measure of nearness. */
  readonly scales: readonly number[];
  /** True when the same step is asked again. */
  readonly again: boolean;
}

/** The colours of a light step, while they are shown. */
export interface ActiveLight {
  readonly startMs: number;
  readonly deadlineMs: number;
  /** Of the step's stages, from 0. */
  readonly stage: number;
  /** 0, and 1 where the stage is shown again. */
  readonly attempt: number;
  /** For the person to be in place; for the screen; or for the colour's time to pass. */
  readonly waitsFor: 'face' | 'screen' | 'time';
  /** The session's clock when the screen was asked; `null` before. */
  readonly askedMs: number | null;
  /** The person moved away once. */
  readonly moved: boolean;
  /** The face in the first frame under this colour: it has to stay there. */
  readonly anchor: FaceAnchor | null;
  /** Frames under this colour that show the face in place. */
  readonly stillFrames: number;
  /** Since when the face is out of place, by the frames. */
  readonly offSinceMs: number | null;
  /** What is on the glass, as far as the screen has answered, and what was there before. */
  readonly glass: LitStage | null;
  readonly glassBefore: LitStage | null;
  readonly tally: TimeTally;
}

/**
 * All that a session knows. Owned by one session and handed from step to step; the detectors and the collector inside
 * are used by nobody else.
 */
export interface SessionState {
  /** With the steps that are known by now. */
  readonly plan: LivenessPlan;
  /** How much later than its frames a session's clock may have been, in ms: 0 on the clock itself. */
  readonly lagMs: number;
  readonly mirroringKnown: boolean;
  readonly phase: SessionPhase;
  readonly phaseSinceMs: number;
  readonly lastInputMs: number | null;
  readonly openedMs: number | null;
  readonly firstFrameMs: number | null;
  readonly lastFrameMs: number | null;
  /** The session's clock when that frame was told. */
  readonly lastFrameAtMs: number | null;
  readonly frameCount: number;
  readonly brokenFramesInARow: number;
  readonly face: FollowedFace | null;
  readonly second: SecondFaceState;
  readonly gate: { readonly code: GateCode; readonly sinceMs: number } | null;
  readonly search: TimeTally;
  readonly collector: BaselineCollector | null;
  readonly baseline: PersonBaseline | null;
  /** Watches the shape of the followed face from the first frame that passed its gates. */
  readonly signature: SignatureMonitor | null;
  /** Watches for a cut to another face, from the same frame on. */
  readonly cut: CutMonitor | null;
  readonly stepIndex: number;
  readonly challenge: ActiveChallenge | null;
  readonly neutral: NeutralWait | null;
  readonly light: ActiveLight | null;
  /** Since when the face has been too bright for the screen's light to be seen, by the frames; `null` where it is not. */
  readonly brightSinceMs: number | null;
  readonly wrongActions: number;
  /** The side of `turn-one-side`, once it is known, as seen in the judged picture. */
  readonly firstSide: 1 | -1 | null;
  readonly outcomes: readonly ChallengeOutcome[];
  readonly ending: Ending | null;
}

/**
 * A session before it starts.
 *
 * @param options.lagMs above 0 for a replay, whose only clock is that of the frames: see `session/replay`
 */
export const initialSessionState = (
  plan: LivenessPlan,
  { lagMs = 0 }: { lagMs?: number } = {},
): SessionState => ({
  plan,
  lagMs,
  mirroringKnown: true,
  phase: 'idle',
  phaseSinceMs: 0,
  lastInputMs: null,
  openedMs: null,
  firstFrameMs: null,
  lastFrameMs: null,
  lastFrameAtMs: null,
  frameCount: 0,
  brokenFramesInARow: 0,
  face: null,
  second: NO_SECOND_FACE,
  gate: null,
  search: EMPTY_TALLY,
  collector: null,
  baseline: null,
  signature: null,
  cut: null,
  stepIndex: 0,
  challenge: null,
  neutral: null,
  light: null,
  brightSinceMs: null,
  wrongActions: 0,
  firstSide: null,
  outcomes: [],
  ending: null,
});
