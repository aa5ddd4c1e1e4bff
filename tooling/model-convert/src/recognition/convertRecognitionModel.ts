import type { Graph } from '../graph/Graph.js';
import { convertOnnx } from '../onnx/convertOnnx.js';
import { readOnnxModel } from '../onnx/readOnnxModel.js';
import { optimiseGraph } from '../optimise/optimiseGraph.js';
import { readPinnedFile } from '../source/readPinnedFile.js';
import type { WeightPrecision } from '../tfjs/encodeWeight.js';
import { writeGraphModel, type GraphModelFiles } from '../tfjs/writeGraphModel.js';
import { buildResidualGraph } from './buildResidualGraph.js';
import { readGraphModel } from './readGraphModel.js';
import { readStoredWeights } from './readStoredWeights.js';
import { recognitionModels, type RecognitionModelName } from './recognitionModels.js';

/** The name that every converted network's output has. */
const OUTPUT_NAME = 'embedding';

const builders: Readonly<Record<RecognitionModelName, (files: readonly Uint8Array[]) => Graph>> = {
  residual: ([weights = new Uint8Array(), manifest = new Uint8Array()]) => {
    const groups: unknown = JSON.parse(Buffer.from(manifest).toString('utf8'));
    return buildResidualGraph(readStoredWeights(groups, weights), { outputName: OUTPUT_NAME });
  },
  pooled: ([weights = new Uint8Array(), topology = new Uint8Array()]) =>
    readGraphModel({
      topology,
      weights,
      inputShape: [224, 224, 3],
      output: 'global_pooling/Mean',
      outputName: OUTPUT_NAME,
    }),
  mobile: ([onnx = new Uint8Array()]) => convertOnnx(readOnnxModel(onnx), { outputName: OUTPUT_NAME }),
};

/** Options of {@link convertRecognitionModel}. */
export interface ConvertRecognitionModelOptions {
  /** @default 'float16' */
  readonly precision?: WeightPrecision;
}

/**
 * Converts one network that compares faces to a TF.js graph model with the output `embedding`.
 *
 * @param directory folder of the installed package
 * @throws ConversionError WRONG_SOURCE, UNSUPPORTED, MALFORMED_FILE
 * @example (await convertRecognitionModel('mobile', directory)).weights.length
 */
export async function convertRecognitionModel(
  name: RecognitionModelName,
  directory: string,
  { precision = 'float16' }: ConvertRecognitionModelOptions = {},
): Promise<GraphModelFiles> {
  const { files } = recognitionModels[name];
  const bytes = await Promise.all(files.map((file) => readPinnedFile(directory, file)));
  const graph = optimiseGraph(builders[name](bytes));
  return writeGraphModel(graph, { weightsFile: `recognition-${name}.bin`, precision });
}
