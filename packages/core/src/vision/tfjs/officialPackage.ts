import { createDetector, SupportedModels } from '@tensorflow-models/face-landmarks-detection';
import { HuotiError } from '@huoti/protocol';
import type { io, Tensor, Tensor3D } from '@tensorflow/tfjs-core';

/** A rectangle as the package has it: centre and size in shares of the picture, turn in radians. */
export interface NormalisedRect {
  readonly xCenter: number;
  readonly yCenter: number;
  readonly width: number;
  readonly height: number;
  readonly rotation?: number;
}

/** What the package's detector gives: a box in shares of the picture, and six points. */
export interface PackageDetection {
  readonly score?: readonly number[];
  readonly locationData: {
    readonly relativeBoundingBox?: {
      readonly xMin: number;
      readonly yMin: number;
      readonly width: number;
      readonly height: number;
    };
    readonly relativeKeypoints?: readonly { readonly x: number; readonly y: number }[];
  };
}

/** A loaded graph, as far as the package uses it. */
export interface PackageModel {
  execute(input: Tensor, outputs: string | string[]): Tensor | Tensor[];
  dispose(): void;
}

interface PackageFace {
  readonly keypoints: readonly { x: number; y: number; readonly z?: number }[];
}

/** The official pipeline's object, with the steps that the engine calls one by one. */
export interface OfficialPipeline {
  estimateFaces(image: Tensor3D, config: { flipHorizontal: boolean }): Promise<readonly PackageFace[]>;
  faceDetectionFrontDetectionToRoi(
    detection: PackageDetection,
    size: { width: number; height: number },
  ): NormalisedRect;
  faceLandmarksToRoi(
    landmarks: readonly { readonly x: number; readonly y: number }[],
    size: { width: number; height: number },
  ): NormalisedRect;
  dispose(): void;
  prevFaceRectsFromLandmarks: NormalisedRect[] | null;
  landmarkModel: PackageModel;
  detector: {
    detectFaces(image: Tensor3D, flipHorizontal: boolean): Promise<PackageDetection[]>;
    detectorModel: PackageModel;
    maxFaces: number;
  };
}

/**
 * Makes the official face-landmarks-detection pipeline, TF.js runtime, refined points, one face.
 *
 * @throws HuotiError MODEL_LOAD_FAILED when the package is not the version that the engine knows
 */
export async function openOfficialPipeline(models: {
  detector: io.IOHandler;
  landmarks: io.IOHandler;
}): Promise<OfficialPipeline> {
  const pipeline: object = await createDetector(SupportedModels.MediaPipeFaceMesh, {
    runtime: 'tfjs',
    refineLandmarks: true,
    maxFaces: 1,
    detectorModelUrl: models.detector,
    landmarkModelUrl: models.landmarks,
  });
  if (!isOfficialPipeline(pipeline)) {
    throw new HuotiError(
      'MODEL_LOAD_FAILED',
      'face-landmarks-detection is not 1.0.6: install the pinned version',
    );
  }
  return pipeline;
}

/** The steps are the package's private parts, so their presence is checked and not believed. */
function isOfficialPipeline(value: object): value is OfficialPipeline {
  const { estimateFaces, faceDetectionFrontDetectionToRoi, faceLandmarksToRoi, detector, landmarkModel } =
    value as Partial<OfficialPipeline>;
  return (
    typeof estimateFaces === 'function' &&
    typeof faceDetectionFrontDetectionToRoi === 'function' &&
    typeof faceLandmarksToRoi === 'function' &&
    'prevFaceRectsFromLandmarks' in value &&
    typeof landmarkModel?.execute === 'function' &&
    typeof detector?.detectFaces === 'function' &&
    typeof detector.detectorModel?.execute === 'function' &&
    typeof detector.maxFaces === 'number'
  );
}
