import { ConversionError } from '../errors/ConversionError.js';
import { findOperatorConverter } from '../operators/findOperatorConverter.js';
import type { TfliteModel } from '../tflite/TfliteModel.js';
import { attribute } from './attribute.js';
import type { Graph } from './Graph.js';
import { GraphBuilder } from './GraphBuilder.js';
import { TensorScope } from './TensorScope.js';

const INPUT_NAME = 'input';

/** One value that a caller of the converted graph asks for. */
export interface OutputRecipe {
  /** The name it is asked for by. */
  readonly name: string;
  /** Names of TFLite output tensors; several are joined along `axis`. */
  readonly from: readonly string[];
  /** @default 0 */
  readonly axis?: number;
  /** Puts a sigmoid behind it, where the file holds the raw score. @default false */
  readonly sigmoid?: boolean;
  /** Shape to hand out; left as the file has it where absent. */
  readonly shape?: readonly number[];
}

/**
 * Turns a TFLite model into a TF.js graph, operation by operation, not yet optimised.
 *
 * @throws ConversionError UNSUPPORTED (names the operation and its output tensor), MALFORMED_FILE
 * @example convertTflite(readTfliteModel(bytes), [{ name: 'Identity', from: ['scores'] }])
 */
export function convertTflite(model: TfliteModel, recipes: readonly OutputRecipe[]): Graph {
  const builder = new GraphBuilder();
  const scope = new TensorScope(model, builder);
  const [input, ...others] = model.inputs;
  if (input === undefined || others.length > 0 || scope.tensor(input).type !== 'FLOAT32') {
    throw new ConversionError('UNSUPPORTED', `expected one FLOAT32 input, got ${model.inputs.length} inputs`);
  }
  scope.bind(input, INPUT_NAME);
  for (const operator of model.operators) {
    const convert = findOperatorConverter(operator);
    if (convert === undefined) {
      const tensor = scope.tensor(scope.output(operator)).name;
      const kind = operator.isCustom ? 'custom operation' : 'operation';
      throw new ConversionError(
        'UNSUPPORTED',
        `${kind} ${operator.name}, which makes tensor ${tensor}, is not supported`,
      );
    }
    convert({ operator, scope, builder });
  }
  const outputs = recipes.map((recipe) => addOutput(recipe, { model, scope, builder }));
  return builder.build({ name: INPUT_NAME, shape: scope.tensor(input).shape }, outputs);
}

function addOutput(
  { name, from, axis = 0, sigmoid = false, shape }: OutputRecipe,
  { model, scope, builder }: { model: TfliteModel; scope: TensorScope; builder: GraphBuilder },
): string {
  const parts = from.map((tensorName) => {
    const index = model.outputs.find((output) => scope.tensor(output).name === tensorName);
    if (index !== undefined) return scope.name(index, OUTPUT);
    throw new ConversionError(
      'WRONG_SOURCE',
      `the model has no output tensor ${tensorName}, wanted for ${name}`,
    );
  });
  let value = parts[0] ?? '';
  if (parts.length > 1) {
    const attributes = { N: attribute.int(parts.length) };
    value = builder.node({ op: 'ConcatV2', inputs: [...parts, builder.ints([axis], [])], attributes });
  }
  if (sigmoid) value = builder.node({ op: 'Sigmoid', inputs: [value] });
  if (shape !== undefined) value = builder.node({ op: 'Reshape', inputs: [value, builder.ints(shape)] });
  return builder.node({ op: 'Identity', inputs: [value], name });
}

/** Stands in the messages of {@link TensorScope} where no operation of the file is at work. */
const OUTPUT = {
  name: 'output',
  isCustom: false,
  inputs: [],
  outputs: [],
  options: null,
  customOptions: new Uint8Array(),
};
