/** The networks that compare faces, by the name they have here. */
export type RecognitionModelName = 'residual' | 'mobile' | 'pooled';

/** A file of a pinned package, checked before it is read. */
export interface PinnedFile {
  /** From the package's folder. */
  readonly path: string;
  readonly sha256: string;
}

/** Where a network comes from. Another version is another decision: check it, then change it here. */
export interface RecognitionSource {
  readonly package: string;
  readonly version: string;
  /** SPDX identifier, of the weights. */
  readonly licence: string;
  /** The weights first. */
  readonly files: readonly [PinnedFile, ...PinnedFile[]];
}

/** Sources by name; the sha256 are of the npm tarballs of those versions, 2026-11-26. */
export const recognitionModels: Readonly<Record<RecognitionModelName, RecognitionSource>> = {
  residual: {
    package: '@vladmandic/face-api',
    version: '1.7.15',
    licence: 'CC0-1.0',
    files: [
      {
        path: 'model/face_recognition_model.bin',
        sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
      },
      {
        path: 'model/face_recognition_model-weights_manifest.json',
        sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
      },
    ],
  },
  mobile: {
    package: 'faceplugin-face-recognition-js',
    version: '0.0.1',
    licence: 'MIT',
    files: [
      {
        path: 'model/fr_feature.onnx',
        sha256: '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581',
      },
    ],
  },
  pooled: {
    package: '@vladmandic/human',
    version: '3.3.6',
    licence: 'MIT',
    files: [
      {
        path: 'models/faceres.bin',
        sha256: '2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b',
      },
      {
        path: 'models/faceres.json',
        sha256: '5b83d49c0385d2e68a05122441b94226313677cae9fcc40b9587ad50079eb4df',
      },
    ],
  },
};
