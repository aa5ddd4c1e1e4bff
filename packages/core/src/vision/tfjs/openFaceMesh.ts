import { tensor3d, type Tensor3D } from '@tensorflow/tfjs-core';
import type { FrameGrid } from '../../frame/FrameGrid.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceMesh, MeshReading } from './FaceMesh.js';
import type { FaceRoi } from './FaceRoi.js';
import { DETECTOR_SIDE_PX } from './limits.js';
import type { OfficialPipeline, PackageDetection } from './officialPackage.js';
import { readRegion, type Region, type RegionPixels } from './readRegion.js';
import { regionOfRoi } from './regionOfRoi.js';
import { watchPresence } from './watchPresence.js';

/** How many faces the detector may name: the followed one and those beside it. */
const MAX_DETECTIONS = 4;

/**
 * Drives the official pipeline a step at a time. It is handed the part of the frame around the face instead of the whole
 * frame (which it would turn to float, copy twice and crop), and the place of that part is taken into account in its
 * memory of the last face; inside the square that the model sees, the pixels are the same.
 */
export function openFaceMesh(pipeline: OfficialPipeline): FaceMesh {
  const presence = watchPresence(pipeline);
  pipeline.detector.maxFaces = MAX_DETECTIONS;
  let pixels: Float32Array = new Float32Array(0);
  const read = (grid: FrameGrid, region: Region, shrink: number, gain: number): RegionPixels => {
    const found = readRegion(grid, region, shrink, pixels);
    if (found.data.length > pixels.length) pixels = found.data;
    if (gain !== 1) brighten(found.data, gain);
    return found;
  };
  return {
    detectFaces: async (grid, gain = 1) => {
      const { widthPx, heightPx } = grid;
      const shrink = Math.max(1, Math.floor(Math.max(widthPx, heightPx) / DETECTOR_SIDE_PX));
      const found = read(grid, { xPx: 0, yPx: 0, widthPx, heightPx }, shrink, gain);
      const image = toTensor(found);
      try {
        const faces = await pipeline.detector.detectFaces(image, false);
        return faces.map((face) => toDetectedFace(face, pipeline, found));
      } finally {
        image.dispose();
      }
    },
    readLandmarks: async (grid, roi, gain = 1) => {
      const { region, shrink } = regionOfRoi(roi, grid);
      const found = read(grid, region, shrink, gain);
      const image = toTensor(found);
      try {
        pipeline.prevFaceRectsFromLandmarks = [toRect(roi, region, found)];
        const [face] = await pipeline.estimateFaces(image, { flipHorizontal: false });
        const [next] = pipeline.prevFaceRectsFromLandmarks;
        if (!face || !next) return { landmarks: null, presence: presence(), nextRoi: null };
        return {
          landmarks: toFrame(face.keypoints, region, shrink),
          presence: presence(),
          nextRoi: toRoi(next, region, found),
        } satisfies MeshReading;
      } finally {
        image.dispose();
      }
    },
    dispose: () => pipeline.dispose(),
  };
}

const toTensor = ({ data, heightPx, widthPx }: RegionPixels): Tensor3D =>
  tensor3d(data, [heightPx, widthPx, 3]);

function brighten(data: Float32Array, gain: number): void {
  for (let at = 0; at < data.length; at++) data[at] = Math.min(255, data[at]! * gain);
}

function toFrame(
  points: readonly { readonly x: number; readonly y: number; readonly z?: number }[],
  region: Region,
  shrink: number,
): Float32Array {
  const landmarks = new Float32Array(points.length * 3);
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
    landmarks[3 * index] = region.xPx + point.x * shrink;
    landmarks[3 * index + 1] = region.yPx + point.y * shrink;
    landmarks[3 * index + 2] = (point.z ?? 0) * shrink;
  }
  return landmarks;
}

type Rect = NonNullable<OfficialPipeline['prevFaceRectsFromLandmarks']>[number];

/** From pixels of the frame to shares of the region that the package is handed. */
const toRect = (roi: FaceRoi, region: Region, { widthPx, heightPx, shrink }: RegionPixels): Rect => ({
  xCenter: (roi.centreXPx - region.xPx) / (shrink * widthPx),
  yCenter: (roi.centreYPx - region.yPx) / (shrink * heightPx),
  width: roi.sidePx / (shrink * widthPx),
  height: roi.sidePx / (shrink * heightPx),
  rotation: roi.rotationRadians,
});

const toRoi = (
  rect: Rect,
  region: { xPx: number; yPx: number },
  { widthPx, heightPx, shrink }: RegionPixels,
): FaceRoi => ({
  centreXPx: region.xPx + rect.xCenter * widthPx * shrink,
  centreYPx: region.yPx + rect.yCenter * heightPx * shrink,
  sidePx: rect.width * widthPx * shrink,
  rotationRadians: rect.rotation ?? 0,
});

function toDetectedFace(
  face: PackageDetection,
  pipeline: OfficialPipeline,
  found: RegionPixels,
): DetectedFace {
  const { widthPx, heightPx, shrink } = found;
  const box = face.locationData.relativeBoundingBox ?? { xMin: 0, yMin: 0, width: 0, height: 0 };
  const rect = pipeline.faceDetectionFrontDetectionToRoi(face, { width: widthPx, height: heightPx });
  return {
    box: {
      xPx: box.xMin * widthPx * shrink,
      yPx: box.yMin * heightPx * shrink,
      widthPx: box.width * widthPx * shrink,
      heightPx: box.height * heightPx * shrink,
    },
    score: face.score?.[0] ?? 0,
    roi: toRoi(rect, { xPx: 0, yPx: 0 }, found),
  };
}
