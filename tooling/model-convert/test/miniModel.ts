import type { Graph } from '../src/graph/Graph.js';
import { convertTflite } from '../src/graph/convertTflite.js';
import { optimiseGraph } from '../src/optimise/optimiseGraph.js';
import { readTfliteModel } from '../src/tflite/readTfliteModel.js';
import { writeGraphModel } from '../src/tfjs/writeGraphModel.js';
import { buildTflite, type TestOperator, type TestOption, type TestTensor } from './buildTflite.js';
import { loadFiles, runOutputs, type OutputValues } from './runGraphModel.js';

/** A model of one operation: input, output, constants behind the input, scalar options. */
export interface MiniModel {
  readonly builtin: number;
  readonly input: readonly number[];
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly constants?: readonly TestTensor[];
  readonly options?: readonly TestOption[];
}

/** A float32 constant. */
export function floats(name: string, shape: readonly number[], values: readonly number[]): TestTensor {
  return { name, shape, data: Float32Array.from(values) };
}

/** An int32 constant. */
export function integers(
  name: string,
  values: readonly number[],
  shape: readonly number[] = [values.length],
): TestTensor {
  return { name, shape, type: 2, data: Int32Array.from(values) };
}

/** One operation between the input (tensor 0) and the output (tensor 1), its constants behind them. */
export function convertMini({ builtin, inputShape, outputShape, constants = [], options }: MiniModel): Graph {
  const operator: TestOperator = {
    builtin,
    inputs: [0, ...constants.map((_, index) => index + 2)],
    outputs: [1],
    ...(options && { options }),
  };
  const tensors = [{ name: 'in', shape: inputShape }, { name: 'out', shape: outputShape }, ...constants];
  const file = buildTflite({ tensors, operators: [operator], inputs: [0], outputs: [1] });
  return convertTflite(readTfliteModel(file), [{ name: 'result', from: ['out'] }]);
}

/** Converts, optimises and runs on the wasm backend. */
export async function runMini(mini: MiniModel): Promise<OutputValues> {
  const model = await loadFiles(writeGraphModel(optimiseGraph(convertMini(mini)), { weightsFile: 'w.bin' }));
  const [output] = runOutputs(model, { values: Float32Array.from(mini.input), shape: mini.inputShape }, [
    'result',
  ]);
  model.dispose();
  if (output === undefined) throw new Error('the model gave no output');
  return output;
}
