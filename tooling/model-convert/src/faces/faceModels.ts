import type { OutputRecipe } from '../graph/convertTflite.js';

/** The three face models of the package, by the name they have here. */
export type FaceModelName = 'detector' | 'attention' | 'mesh';

/** A file of the packed assets, and the outputs that the landmark engine asks its graph for. */
export interface FaceModelRecipe {
  readonly sourceFile: string;
  readonly outputs: readonly OutputRecipe[];
}

const MESH_VALUES = 1404;
const LIP_VALUES = 160;
const EYE_VALUES = 142;
const IRIS_VALUES = 10;

function faceFlag(tensor: string): OutputRecipe {
  return { name: 'output_faceflag', from: [tensor], sigmoid: true, shape: [1, 1] };
}

/**
 * Output names and shapes are those that `@tensorflow-models/face-landmarks-detection` 1.0.6 and `face-detection` 1.0.3
 * ask for: score before box in the detector, one flat row of values a region in the meshes.
 */
export const faceModels: Readonly<Record<FaceModelName, FaceModelRecipe>> = {
  detector: {
    sourceFile: 'face_detection_short_range.tflite',
    outputs: [{ name: 'Identity', from: ['classificators', 'regressors'], axis: 2 }],
  },
  attention: {
    sourceFile: 'face_landmark_with_attention.tflite',
    outputs: [
      faceFlag('conv_faceflag'),
      { name: 'output_mesh_identity', from: ['output_mesh_identity'], shape: [1, MESH_VALUES] },
      { name: 'output_lips', from: ['output_lips'], shape: [1, LIP_VALUES] },
      { name: 'Identity_1', from: ['output_left_eye'], shape: [1, EYE_VALUES] },
      { name: 'Identity_5', from: ['output_right_eye'], shape: [1, EYE_VALUES] },
      { name: 'Identity_2', from: ['output_left_iris'], shape: [1, IRIS_VALUES] },
      { name: 'Identity_6', from: ['output_right_iris'], shape: [1, IRIS_VALUES] },
    ],
  },
  mesh: {
    sourceFile: 'face_landmark.tflite',
    outputs: [faceFlag('conv2d_31'), { name: 'output_mesh', from: ['conv2d_21'], shape: [1, MESH_VALUES] }],
  },
};
