import type { FrameGrid } from '../../frame/FrameGrid.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceRoi } from './FaceRoi.js';

/** One look of the landmark model. */
export interface MeshReading {
  /** 478 points x y z in pixels of the upright frame, or `null` where the model sees no face. */
  readonly landmarks: Float32Array | null;
  /** In [0, 1]. */
  readonly presence: number;
  /** Where to look in the next frame; `null` without a face. */
  readonly nextRoi: FaceRoi | null;
}

/** The two models on one running backend. One call at a time. */
export interface FaceMesh {
  /** Looks over the whole frame. `gain` brightens what the model sees. */
  detectFaces(grid: FrameGrid, gain?: number): Promise<readonly DetectedFace[]>;
  /** Looks into one square. */
  readLandmarks(grid: FrameGrid, roi: FaceRoi, gain?: number): Promise<MeshReading>;
  dispose(): void;
}
