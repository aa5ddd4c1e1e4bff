import { HuotiError } from '@huoti/protocol';
import type { Frame } from '../../frame/Frame.js';
import { frameGrid, type FrameGrid } from '../../frame/FrameGrid.js';
import { headPose } from '../../geometry/HeadPose.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { FaceObservation } from '../FaceObservation.js';
import { boxOfLandmarks } from './boxOfLandmarks.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceMesh } from './FaceMesh.js';
import type { FaceRoi } from './FaceRoi.js';
import { SECOND_FACE_INTERVAL_MS, SECOND_FACE_KEPT_MS } from './limits.js';
import { secondFaceAmong } from './secondFaceAmong.js';
import { MIN_DETECTION_SCORE, MIN_TRACK_PRESENCE } from './thresholds.js';

/** What is remembered from frame to frame. */
interface TrackState {
  readonly roi: FaceRoi | null;
  readonly second: FaceObservation | null;
  readonly lookedAtMs: number | null;
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
  judge(mesh: FaceMesh, frame: Frame, signal?: AbortSignalLike): Promise<Judgement>;
  accept(judgement: Judgement): readonly FaceObservation[];
  reset(): void;
}

const START: TrackState = { roi: null, second: null, lookedAtMs: null };

/** A tracker that follows nobody yet. */
export function createFaceTracker(): FaceTracker {
  let state = START;
  return {
    judge: async (mesh, frame, signal) => {
      const grid = frameGrid(frame);
      let detected: readonly DetectedFace[] | null = null;
      const look = async (): Promise<readonly DetectedFace[]> => {
        throwIfAborted(signal);
        const found = await mesh.detectFaces(grid);
        throwIfAborted(signal);
        return found.filter(({ score }) => score >= MIN_DETECTION_SCORE);
      };
      let reading = state.roi ? await mesh.readLandmarks(grid, state.roi) : null;
      if (!reading?.landmarks || reading.presence < MIN_TRACK_PRESENCE) {
        detected = await look();
        const main = largest(detected);
        reading = main ? await mesh.readLandmarks(grid, main.roi) : null;
      }
      const { landmarks = null, presence = 0, nextRoi = null } = reading ?? {};
      if (!landmarks || presence < MIN_TRACK_PRESENCE) {
        return { observations: [], finite: true, next: { ...state, roi: null, second: null } };
      }
      if (!allFinite(landmarks)) return { observations: [], finite: false, next: { ...state, roi: null } };
      const main = observe(landmarks, presence, grid, frame);
      const due =
        state.lookedAtMs === null ||
        Math.abs(frame.timestampMs - state.lookedAtMs) >= SECOND_FACE_INTERVAL_MS;
      let { second, lookedAtMs } = state;
      if (due) {
        detected = detected ?? (await look());
        const other = secondFaceAmong(detected, main.box);
        second = other ? observeBox(other, grid, frame) : null;
        lookedAtMs = frame.timestampMs;
      }
      const fresh =
        second && Math.abs(frame.timestampMs - second.timestampMs) < SECOND_FACE_KEPT_MS ? [second] : [];
      return { observations: [main, ...fresh], finite: true, next: { roi: nextRoi, second, lookedAtMs } };
    },
    accept: ({ observations, next }) => {
      state = next;
      return observations;
    },
    reset: () => {
      state = START;
    },
  };
}

function observe(landmarks: Float32Array, presence: number, grid: FrameGrid, frame: Frame): FaceObservation {
  return {
    landmarks,
    box: boxOfLandmarks(landmarks),
    presence,
    pose: headPose(landmarks),
    frameWidthPx: grid.widthPx,
    frameHeightPx: grid.heightPx,
    timestampMs: frame.timestampMs,
  };
}

const observeBox = ({ box, score }: DetectedFace, grid: FrameGrid, frame: Frame): FaceObservation => ({
  landmarks: new Float32Array(0),
  box,
  presence: score,
  pose: { yawRadians: 0, pitchRadians: 0, rollRadians: 0 },
  frameWidthPx: grid.widthPx,
  frameHeightPx: grid.heightPx,
  timestampMs: frame.timestampMs,
});

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
  if (signal?.aborted) {
    throw new HuotiError('ABORTED', 'the call was aborted by its caller', {
      cause: signal.reason,
      retryable: true,
    });
  }
}
