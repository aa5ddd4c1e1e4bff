import { tensor3d } from '@tensorflow/tfjs-core';
import type { FrameGrid } from '../../frame/FrameGrid.js';
import type { DetectedFace } from './DetectedFace.js';
import type { FaceMesh } from './FaceMesh.js';
import type { FaceRoi } from './FaceRoi.js';
import { DETECTOR_SIDE_PX, LANDMARK_SIDE_PX } from './limits.js';
import type { NormalisedRect, OfficialPipeline, PackageDetection } from './officialPackage.js';
import { replayModel } from './replay/replayModel.js';
import { sampleSquare } from './sampleSquare.js';
import { watchPresence } from './watchPresence.js';

/** How many faces the detector may name: the followed one and those beside it. */
const MAX_DETECTIONS = 4;

/** The whole picture, unturned: what the package is told to look at, since the crop is made here. */
const WHOLE: NormalisedRect = { xCenter: 0.5, yCenter: 0.5, width: 1, height: 1, rotation: 0 };

/**
 * Drives the official pipeline a step at a time. It is handed the square that the model sees instead of the whole frame
 * (which it would turn to float, copy twice and crop), and gives its points in that square.
 */
export function openFaceMesh(pipeline: OfficialPipeline): FaceMesh {
  const stopReplays = [replayModel(pipeline.landmarkModel), replayModel(pipeline.detector.detectorModel)];
  const presence = watchPresence(pipeline);
  pipeline.detector.maxFaces = MAX_DETECTIONS;
  const landmarkPixels = new Float32Array(LANDMARK_SIDE_PX * LANDMARK_SIDE_PX * 3);
  const detectorPixels = new Float32Array(DETECTOR_SIDE_PX * DETECTOR_SIDE_PX * 3);
  return {
    detectFaces: async (grid, gain = 1) => {
      const square = squareOfFrame(grid);
      sampleSquare(grid, { square, sidePx: DETECTOR_SIDE_PX, border: 'black', into: detectorPixels, gain });
      const image = tensor3d(detectorPixels, [DETECTOR_SIDE_PX, DETECTOR_SIDE_PX, 3]);
      try {
        const faces = await pipeline.detector.detectFaces(image, false);
        return faces.map((face) => toDetectedFace(face, pipeline, square));
      } finally {
        image.dispose();
      }
    },
    readLandmarks: async (grid, roi, gain = 1) => {
      sampleSquare(grid, {
        square: roi,
        sidePx: LANDMARK_SIDE_PX,
        border: 'rim',
        into: landmarkPixels,
        gain,
      });
      const image = tensor3d(landmarkPixels, [LANDMARK_SIDE_PX, LANDMARK_SIDE_PX, 3]);
      try {
        pipeline.prevFaceRectsFromLandmarks = [WHOLE];
        const [face] = await pipeline.estimateFaces(image, { flipHorizontal: false });
        if (!face) return { landmarks: null, presence: presence(), nextRoi: null };
        const landmarks = toFrame(face.keypoints, roi);
        return { landmarks, presence: presence(), nextRoi: nextRoi(face.keypoints, landmarks, pipeline) };
      } finally {
        image.dispose();
      }
    },
    dispose: () => {
      for (const stop of stopReplays) stop();
      pipeline.dispose();
    },
  };
}

/** The smallest square around the whole frame. */
const squareOfFrame = ({ widthPx, heightPx }: FrameGrid): FaceRoi => ({
  centreXPx: widthPx / 2,
  centreYPx: heightPx / 2,
  sidePx: Math.max(widthPx, heightPx),
  rotationRadians: 0,
});

type Points = readonly { x: number; y: number; readonly z?: number }[];

/** From pixels of the square to pixels of the frame. */
function toFrame(points: Points, { centreXPx, centreYPx, sidePx, rotationRadians }: FaceRoi): Float32Array {
  const landmarks = new Float32Array(points.length * 3);
  const scale = sidePx / LANDMARK_SIDE_PX;
  const cos = Math.cos(rotationRadians) * scale;
  const sin = Math.sin(rotationRadians) * scale;
  const half = LANDMARK_SIDE_PX / 2;
  for (let index = 0, to = 0; index < points.length; index++, to += 3) {
    const point = points[index]!;
    landmarks[to] = centreXPx + cos * (point.x - half) - sin * (point.y - half);
    landmarks[to + 1] = centreYPx + sin * (point.x - half) + cos * (point.y - half);
    landmarks[to + 2] = (point.z ?? 0) * scale;
  }
  return landmarks;
}

/** Where the package would look next: its own rule, on the points in the frame. */
function nextRoi(points: Points, landmarks: Float32Array, pipeline: OfficialPipeline): FaceRoi {
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!;
    point.x = landmarks[3 * index]!;
    point.y = landmarks[3 * index + 1]!;
  }
  // Sizes of one pixel: then shares of the picture are pixels.
  const rect = pipeline.faceLandmarksToRoi(points, { width: 1, height: 1 });
  return {
    centreXPx: rect.xCenter,
    centreYPx: rect.yCenter,
    sidePx: rect.width,
    rotationRadians: rect.rotation ?? 0,
  };
}

function toDetectedFace(face: PackageDetection, pipeline: OfficialPipeline, square: FaceRoi): DetectedFace {
  const { sidePx } = square;
  const left = square.centreXPx - sidePx / 2;
  const top = square.centreYPx - sidePx / 2;
  const box = face.locationData.relativeBoundingBox ?? { xMin: 0, yMin: 0, width: 0, height: 0 };
  const rect = pipeline.faceDetectionFrontDetectionToRoi(face, { width: sidePx, height: sidePx });
  return {
    box: {
      xPx: left + box.xMin * sidePx,
      yPx: top + box.yMin * sidePx,
      widthPx: box.width * sidePx,
      heightPx: box.height * sidePx,
    },
    score: face.score?.[0] ?? 0,
    roi: {
      centreXPx: left + rect.xCenter * sidePx,
      centreYPx: top + rect.yCenter * sidePx,
      sidePx: rect.width * sidePx,
      rotationRadians: rect.rotation ?? 0,
    },
  };
}
