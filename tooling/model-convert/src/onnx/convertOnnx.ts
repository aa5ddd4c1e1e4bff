import { ConversionError } from '../errors/ConversionError.js';
import type { Graph } from '../graph/Graph.js';
import { GraphBuilder } from '../graph/GraphBuilder.js';
import type { OnnxModel } from './OnnxModel.js';
import { onnxOperators } from './onnxOperators.js';
import { OnnxScope } from './OnnxScope.js';

const INPUT_NAME = 'input';

/** What {@link convertOnnx} takes besides the model. */
export interface ConvertOnnxOptions {
  /** The name that the only output gets. @default 'output' */
  readonly outputName?: string;
}

/**
 * Turns an ONNX model of pictures (one input, [1, channels, height, width]) into a TF.js graph with channels last, not yet
 * optimised.
 *
 * @throws ConversionError UNSUPPORTED (names the operation and the tensor it makes), MALFORMED_FILE
 * @example convertOnnx(readOnnxModel(bytes), { outputName: 'embedding' })
 */
export function convertOnnx(model: OnnxModel, { outputName = 'output' }: ConvertOnnxOptions = {}): Graph {
  const builder = new GraphBuilder();
  const scope = new OnnxScope(model);
  const [batch, channels, height, width] = model.input.shape;
  if (model.input.shape.length !== 4 || batch !== 1 || !channels || !height || !width) {
    throw new ConversionError(
      'UNSUPPORTED',
      `expected one picture, got an input of [${model.input.shape.join()}]`,
    );
  }
  const shape = [1, height, width, channels];
  scope.bind(model.input.name, { node: INPUT_NAME, shape });
  for (const node of model.nodes) {
    const convert = onnxOperators.get(node.op);
    if (convert === undefined) {
      throw new ConversionError(
        'UNSUPPORTED',
        `operation ${node.op}, which makes ${node.outputs.join()}, is not supported`,
      );
    }
    convert({ node, scope, builder });
  }
  const [output, ...others] = model.outputs;
  if (output === undefined || others.length > 0) {
    throw new ConversionError('UNSUPPORTED', `expected one output, got ${model.outputs.length}`);
  }
  const asked = { op: 'output', inputs: [output], outputs: [], attributes: new Map() };
  const value = scope.value(asked, 0);
  const name = builder.node({ op: 'Identity', inputs: [value.node], name: outputName });
  return builder.build({ name: INPUT_NAME, shape }, [name]);
}
