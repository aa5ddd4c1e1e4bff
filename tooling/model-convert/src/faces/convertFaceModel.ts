import { ConversionError } from '../errors/ConversionError.js';
import { convertTflite } from '../graph/convertTflite.js';
import { optimiseGraph, type OptimiseOptions } from '../optimise/optimiseGraph.js';
import type { PackedAssets } from '../source/readPackedAssets.js';
import { readTfliteModel } from '../tflite/readTfliteModel.js';
import type { WeightPrecision } from '../tfjs/encodeWeight.js';
import { writeGraphModel, type GraphModelFiles } from '../tfjs/writeGraphModel.js';
import { faceModels, type FaceModelName } from './faceModels.js';

/** Options of {@link convertFaceModel}. */
export interface ConvertFaceModelOptions {
  /** The file name under which the topology finds its weights. @default `face-<name>.bin` */
  readonly weightsFile?: string;
  /** @default 'float16', which these models are in */
  readonly precision?: WeightPrecision;
  readonly optimise?: OptimiseOptions;
}

/**
 * Converts one face model of the packed assets to a TF.js graph model.
 *
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example convertFaceModel(await readPackedAssets(directory), 'attention').nodeCount
 */
export function convertFaceModel(
  assets: PackedAssets,
  name: FaceModelName,
  { weightsFile = `face-${name}.bin`, precision = 'float16', optimise = {} }: ConvertFaceModelOptions = {},
): GraphModelFiles {
  const { sourceFile, outputs } = faceModels[name];
  const bytes = assets.get(sourceFile);
  if (bytes === undefined)
    throw new ConversionError('WRONG_SOURCE', `the packed assets hold no ${sourceFile}`);
  const graph = convertTflite(readTfliteModel(bytes), outputs);
  return writeGraphModel(optimiseGraph(graph, optimise), { weightsFile, precision });
}
