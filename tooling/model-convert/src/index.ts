export type { AssetFile, AssetManifest, AssetModelCard } from './bundle/AssetManifest.js';
export { buildModelBundle } from './bundle/buildModelBundle.js';
export type { ModelBundle, ModelBundleSources } from './bundle/buildModelBundle.js';
export { buildPassiveBundle } from './bundle/buildPassiveBundle.js';
export type {
  PassiveAssetManifest,
  PassiveBundle,
  PassiveBundleSources,
} from './bundle/buildPassiveBundle.js';
export { buildRecognitionBundle } from './bundle/buildRecognitionBundle.js';
export type {
  RecognitionAssetManifest,
  RecognitionBundle,
  RecognitionBundleSources,
} from './bundle/buildRecognitionBundle.js';
export { ConversionError } from './errors/ConversionError.js';
export type { ConversionErrorCode } from './errors/ConversionError.js';
export { convertFaceModel } from './faces/convertFaceModel.js';
export type { ConvertFaceModelOptions } from './faces/convertFaceModel.js';
export { faceModels } from './faces/faceModels.js';
export type { FaceModelName, FaceModelRecipe } from './faces/faceModels.js';
export { readCanonicalFace } from './faces/readCanonicalFace.js';
export type { CanonicalFace } from './faces/readCanonicalFace.js';
export { convertTflite } from './graph/convertTflite.js';
export type { OutputRecipe } from './graph/convertTflite.js';
export { optimiseGraph } from './optimise/optimiseGraph.js';
export type { OptimiseOptions } from './optimise/optimiseGraph.js';
export { pinnedSource } from './source/pinnedSource.js';
export { readPackedAssets, splitPackedAssets } from './source/readPackedAssets.js';
export type { PackedAssets } from './source/readPackedAssets.js';
export { readTfliteModel } from './tflite/readTfliteModel.js';
export type { WeightPrecision } from './tfjs/encodeWeight.js';
export { writeGraphModel } from './tfjs/writeGraphModel.js';
export type { GraphModelFiles, WriteGraphModelOptions } from './tfjs/writeGraphModel.js';
