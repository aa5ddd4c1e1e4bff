import { EVIDENCE_LANDMARKS, type GateCode } from '@huoti/protocol';
import { isTooDarkToSee } from '../../quality/isTooDarkToSee.js';
import type { GateReading, QualityGate } from '../../quality/QualityGate.js';
import { captureGates } from '../../quality/captureGates.js';
import { challengeGates } from '../../quality/challengeGates.js';
import { firstFailure } from '../../quality/firstFailure.js';
import { lightStepGates } from '../../quality/lightStepGates.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { refused } from '../Ending.js';
import { watchSecondFace } from '../secondFaceWatch.js';
import type { SessionPhase } from '../SessionEvent.js';
import { inCalibrating, inFinding } from './calibratingPhase.js';
import { inChallenge } from './challengePhase.js';
import { followFace } from './followFace.js';
import { inLight } from './lightPhase.js';
import { inNeutral } from './neutralPhase.js';
import { brightSince } from './sceneBrightness.js';
import type { SessionInput } from './SessionInput.js';
import { addToTally } from './tally.js';
import { emit, finish, set, type StepContext } from './StepContext.js';

type FrameInput = Extract<SessionInput, { type: 'frame' }>;

/** Frames in a row with landmarks that are no numbers, after which the backend is broken (protocol: ten). */
export const BROKEN_FRAMES = 10;

/** What the phases are told of a frame. */
export interface JudgedFrame {
  readonly timestampMs: number;
  /** Since the frame before, in ms. */
  readonly elapsedMs: number;
  readonly face: FaceObservation | null;
  /** The first gate that this frame fails, of those that count in the phase. */
  readonly failure: GateReading | null;
  /** Somebody else is in the picture. */
  readonly bystander: boolean;
}

/** Looks at the landmarks that are measured: a trace carries no others. */
function hasNumbers({ landmarks }: FaceObservation): boolean {
  if (landmarks.length === 0) return true;
  for (const landmark of EVIDENCE_LANDMARKS) {
    for (let axis = 0; axis < 3; axis++) {
      if (!Number.isFinite(landmarks[landmark * 3 + axis])) return false;
    }
  }
  return true;
}

/** One frame: time, faces, gates, then whatever the phase makes of it. */
export function onFrame(context: StepContext, input: FrameInput): void {
  const { state } = context;
  if (state.lastFrameMs === input.timestampMs) return;
  const elapsedMs = state.lastFrameMs === null ? 0 : input.timestampMs - state.lastFrameMs;
  const main = input.observations[0] ?? null;
  set(context, {
    firstFrameMs: state.firstFrameMs ?? input.timestampMs,
    lastFrameMs: input.timestampMs,
    lastFrameAtMs: input.atMs,
    frameCount: state.frameCount + 1,
  });
  if (main && !hasNumbers(main)) return dropBrokenFrame(context);
  set(context, { brokenFramesInARow: 0 });

  const face = main && main.landmarks.length > 0 ? main : null;
  emit(context, {
    type: 'frame-judged',
    atMs: input.timestampMs,
    box: face ? face.box : null,
    frameWidthPx: input.frameWidthPx,
    frameHeightPx: input.frameHeightPx,
  });
  followFace(context, face, input.timestampMs);
  if (context.state.ending) return;

  let bystander = false;
  if (face) {
    const second = watchSecondFace(context.state.second, face, input.observations.slice(1));
    set(context, { second: second.state });
    bystander = second.present;
    if (second.refuse) {
      const share = second.widthShare.toFixed(2);
      return finish(
        context,
        refused('SEVERAL_FACES', `a second face of ${share} of the followed one's width stayed`),
      );
    }
  }
  const failure = face ? judgeGates(context, face, input, bystander) : null;
  const frame: JudgedFrame = { timestampMs: input.timestampMs, elapsedMs, face, failure, bystander };
  tallyFrame(context, frame, input);
  const { phase } = context.state;
  // A face that is out of sight while the screen lights it has moved away as well.
  if (phase === 'light') return inLight(context, frame);
  if (!face) return;
  if (phase === 'finding') inFinding(context, frame);
  if (phase === 'calibrating') inCalibrating(context, frame);
  else if (phase === 'challenge') inChallenge(context, frame);
  else if (phase === 'neutral') inNeutral(context, frame);
}

function dropBrokenFrame(context: StepContext): void {
  const brokenFramesInARow = context.state.brokenFramesInARow + 1;
  set(context, { brokenFramesInARow });
  if (brokenFramesInARow >= BROKEN_FRAMES) {
    finish(context, {
      kind: 'fault',
      code: 'BACKEND_UNAVAILABLE',
      message: `${BROKEN_FRAMES} frames in a row gave landmarks that are no numbers: use another device or the alternative`,
      retryable: false,
    });
  }
}

function gatesOf(phase: SessionPhase): readonly QualityGate[] {
  if (phase === 'light') return lightStepGates;
  return phase === 'finding' || phase === 'calibrating' ? captureGates : challengeGates;
}

/** Runs the phase's gates and tells the listeners when what fails changes. */
function judgeGates(
  context: StepContext,
  face: FaceObservation,
  input: FrameInput,
  bystander: boolean,
): GateReading | null {
  const { phase, gate } = context.state;
  const gates = gatesOf(phase);
  const failure = firstFailure(gates.map((one) => one.check(face, input.statistics)).flat());
  const code: GateCode | null = failure ? failure.code : bystander ? 'several-faces' : null;
  if (code !== (gate ? gate.code : null)) {
    const sinceMs = input.timestampMs;
    set(context, { gate: code ? { code, sinceMs } : null });
    if (code) emit(context, { type: 'gate-fail', atMs: input.timestampMs, gate: code, sinceMs });
    else emit(context, { type: 'gate-pass', atMs: input.timestampMs });
  }
  return failure;
}

function tallyFrame(context: StepContext, frame: JudgedFrame, input: FrameInput): void {
  const { state } = context;
  const entry = {
    elapsedMs: frame.elapsedMs,
    noFace: frame.face === null,
    dark: frame.face === null && isTooDarkToSee(input.statistics),
    severalFaces: frame.bystander,
    gate: frame.failure ? frame.failure.code : null,
  };
  if (state.phase === 'finding' || state.phase === 'calibrating') {
    set(context, { search: addToTally(state.search, entry) });
  } else if (state.phase === 'challenge' && state.challenge) {
    set(context, { challenge: { ...state.challenge, tally: addToTally(state.challenge.tally, entry) } });
  } else if (state.phase === 'light' && state.light) {
    set(context, { light: { ...state.light, tally: addToTally(state.light.tally, entry) } });
  }
  // Under the screen's own light the scene's is not seen.
  if (state.phase !== 'light') {
    const brightSinceMs = brightSince(state.brightSinceMs, input.statistics, frame.timestampMs);
    set(context, { brightSinceMs });
  }
}
