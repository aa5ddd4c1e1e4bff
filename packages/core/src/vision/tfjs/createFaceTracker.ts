import type { Frame } from '../../frame/Frame.js';
import { frameGrid, type FrameGrid } from '../../frame/FrameGrid.js';
import { headPose, type HeadPose } from '../../geometry/HeadPose.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { FaceObservation } from '../FaceObservation.js';
import { abortedError } from '../../host/abortedError.js';
import { boxOfLandmarks } from './boxOfLandmarks.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceMesh, MeshReading } from './FaceMesh.js';
import type { FaceRoi } from './FaceRoi.js';
import { gainForDark } from './gainForDark.js';
import { hasHumanEyes } from './humanProportions.js';
import { DARK_LOOK_INTERVAL_MS, SECOND_FACE_INTERVAL_MS, SECOND_FACE_KEPT_MS } from './limits.js';
import { lumaChange, lumaSamples } from './lumaSamples.js';
import { secondFaceAmong } from './secondFaceAmong.js';
import {
  MIN_DETECTION_SCORE,
  MIN_MOTION_LUMA,
  MIN_TRACK_PRESENCE,
  STRONG_DETECTION_SCORE,
} from './thresholds.js';

/** A face that was detected weakly: reported once it moves, or is detected strongly. */
interface Doubt {
  readonly roi: FaceRoi;
  readonly samples: Float32Array;
}

/** What is remembered from frame to frame. */
interface TrackState {
  /** Where the followed face will be; `null` when nobody is followed. */
  readonly roi: FaceRoi | null;
  /** How much the light is raised for the models while this face is followed. */
  readonly gain: number;
  readonly doubt: Doubt | null;
  readonly second: FaceObservation | null;
  /** When the whole frame was last looked over, and when last with its light raised, in frame time. */
  readonly lookedAtMs: number | null;
  readonly raisedAtMs: number | null;
  /** Whether no frame was judged yet: a single picture is judged without asking for motion. */
  readonly first: boolean;
}

/** One frame's judgement; takes effect only when accepted, so that another backend may judge the same frame again. */
export interface Judgement {
  readonly observations: readonly FaceObservation[];
  /** Whether all landmarks are numbers. */
  readonly finite: boolean;
  readonly next: TrackState;
}

/** Follows one face, and looks for a second one on a timer. */
export interface FaceTracker {
  /** @throws HuotiError ABORTED */
  judge(mesh: FaceMesh, frame: Frame, signal?: AbortSignalLike): Promise<Judgement>;
  accept(judgement: Judgement): readonly FaceObservation[];
  reset(): void;
}

interface Found {
  readonly landmarks: Float32Array;
  readonly pose: HeadPose;
  readonly presence: number;
  readonly nextRoi: FaceRoi;
  readonly gain: number;
  /** `null` for a face that was followed from the last frame. */
  readonly detection: DetectedFace | null;
}

const START: TrackState = {
  roi: null,
  gain: 1,
  doubt: null,
  second: null,
  lookedAtMs: null,
  raisedAtMs: null,
  first: true,
};

const UNKNOWN_POSE: HeadPose = { yawRadians: 0, pitchRadians: 0, rollRadians: 0 };

/** A tracker that follows nobody yet. */
export function createFaceTracker(): FaceTracker {
  let state = START;
  return {
    judge: (mesh, frame, signal) => judgeFrame(state, mesh, frame, signal),
    accept: ({ observations, next }) => {
      state = next;
      return observations;
    },
    reset: () => {
      state = START;
    },
  };
}

async function judgeFrame(
  state: TrackState,
  mesh: FaceMesh,
  frame: Frame,
  signal: AbortSignalLike | undefined,
): Promise<Judgement> {
  const grid = frameGrid(frame);
  const nowMs = frame.timestampMs;
  let seen: readonly DetectedFace[] | null = null;
  let { raisedAtMs } = state;
  const look = async (gain: number): Promise<readonly DetectedFace[]> => {
    throwIfAborted(signal);
    const faces = await mesh.detectFaces(grid, gain);
    throwIfAborted(signal);
    return faces.filter(({ score }) => score >= MIN_DETECTION_SCORE);
  };
  const detect = async (gain: number): Promise<Found | null> => {
    seen = await look(gain);
    const main = largest(seen);
    return main && toFound(await mesh.readLandmarks(grid, main.roi, gain), gain, main);
  };

  let found = state.roi && toFound(await mesh.readLandmarks(grid, state.roi, state.gain), state.gain, null);
  const followed = found !== null;
  found = found ?? (await detect(1));
  if (!found && isDue(raisedAtMs, nowMs, DARK_LOOK_INTERVAL_MS)) {
    raisedAtMs = nowMs;
    const gain = gainForDark(grid);
    if (gain !== null) found = await detect(gain);
  }
  const nobody: TrackState = { ...START, lookedAtMs: state.lookedAtMs, raisedAtMs, first: false };
  if (!found) return { observations: [], finite: true, next: nobody };
  if (!allFinite(found.landmarks)) return { observations: [], finite: false, next: nobody };

  let { second, lookedAtMs } = followed ? state : nobody;
  const looksOver = isDue(lookedAtMs, nowMs, SECOND_FACE_INTERVAL_MS);
  if (looksOver) lookedAtMs = nowMs;
  const main = observe(found, grid, frame);
  if (looksOver) {
    const faces: readonly DetectedFace[] = seen ?? (await look(found.gain));
    seen = faces;
    const other = secondFaceAmong(faces, main.box);
    second = other && observeBox(other, grid, frame);
  }
  const doubt = followed && state.doubt ? state.doubt : followed ? null : doubtAbout(found, grid);
  const proven =
    doubt === null ||
    isStrong(seen) ||
    lumaChange(doubt.samples, lumaSamples(grid, doubt.roi)) > MIN_MOTION_LUMA;
  const next = {
    roi: found.nextRoi,
    gain: found.gain,
    doubt: proven ? null : doubt,
    second,
    lookedAtMs,
    raisedAtMs,
  };
  const fresh = second && Math.abs(nowMs - second.timestampMs) < SECOND_FACE_KEPT_MS ? [second] : [];
  const isPerson = (proven || state.first) && hasHumanEyes(found.landmarks, found.pose);
  const observations = isPerson ? [main, ...fresh] : [];
  return { observations, finite: true, next: { ...next, first: false } };
}

/** `null` where the landmark model sees no face. */
function toFound(reading: MeshReading, gain: number, detection: DetectedFace | null): Found | null {
  const { landmarks, presence, nextRoi } = reading;
  if (!landmarks || !nextRoi || presence < MIN_TRACK_PRESENCE) return null;
  const pose = allFinite(landmarks) ? headPose(landmarks) : UNKNOWN_POSE;
  return { landmarks, presence, nextRoi, gain, detection, pose };
}

/** Only a face in full light is doubted: in a dark frame the detector is weak with everybody, and motion is faint. */
function doubtAbout({ detection, gain }: Found, grid: FrameGrid): Doubt | null {
  if (!detection || detection.score >= STRONG_DETECTION_SCORE) return null;
  if (gain !== 1 || gainForDark(grid) !== null) return null;
  return { roi: detection.roi, samples: lumaSamples(grid, detection.roi) };
}

const isStrong = (faces: readonly DetectedFace[] | null): boolean =>
  faces !== null && (largest(faces)?.score ?? 0) >= STRONG_DETECTION_SCORE;

function observe({ landmarks, presence, pose }: Found, grid: FrameGrid, frame: Frame): FaceObservation {
  return {
    landmarks,
    box: boxOfLandmarks(landmarks),
    presence,
    pose,
    frameWidthPx: grid.widthPx,
    frameHeightPx: grid.heightPx,
    timestampMs: frame.timestampMs,
  };
}

const observeBox = ({ box, score }: DetectedFace, grid: FrameGrid, frame: Frame): FaceObservation => ({
  landmarks: new Float32Array(0),
  box,
  presence: score,
  pose: UNKNOWN_POSE,
  frameWidthPx: grid.widthPx,
  frameHeightPx: grid.heightPx,
  timestampMs: frame.timestampMs,
});

/** A clock that jumped back counts as due, too. */
const isDue = (lastMs: number | null, nowMs: number, intervalMs: number): boolean =>
  lastMs === null || Math.abs(nowMs - lastMs) >= intervalMs;

function largest(faces: readonly DetectedFace[]): DetectedFace | null {
  let best: DetectedFace | null = null;
  for (const face of faces) if (!best || face.box.widthPx > best.box.widthPx) best = face;
  return best;
}

function allFinite(values: Float32Array): boolean {
  // A sum is finite only if every part is; 1,434 pixel coordinates stay far from overflow.
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return Number.isFinite(sum);
}

function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}
