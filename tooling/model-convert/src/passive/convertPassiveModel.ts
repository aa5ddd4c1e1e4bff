import { convertOnnx } from '../onnx/convertOnnx.js';
import { readOnnxModel } from '../onnx/readOnnxModel.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';
import { readPinnedFile } from '../source/readPinnedFile.js';
import type { WeightPrecision } from '../tfjs/encodeWeight.js';
import { writeGraphModel, type GraphModelFiles } from '../tfjs/writeGraphModel.js';
import { passiveCard } from './passiveCard.js';
import { passiveModel } from './passiveModel.js';

/** Options of {@link convertPassiveModel}. */
export interface ConvertPassiveModelOptions {
  /** @default 'float16' */
  readonly precision?: WeightPrecision;
}

/**
 * Converts the network that judges a face's texture to a TF.js graph model with the output `classes`: three numbers before
 * softmax, the first of a live face.
 *
 * @param directory folder of the installed package
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example (await convertPassiveModel(directory)).weights.length
 */
export async function convertPassiveModel(
  directory: string,
  { precision = 'float16' }: ConvertPassiveModelOptions = {},
): Promise<GraphModelFiles> {
  const onnx = readOnnxModel(await readPinnedFile(directory, passiveModel.file));
  const graph = optimiseGraph(convertOnnx(onnx, { outputName: 'classes' }));
  return writeGraphModel(graph, { weightsFile: passiveCard.weightsFile, precision });
}
