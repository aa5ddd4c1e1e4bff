import { attribute } from '../graph/attribute.js';
import { readCustomOptions } from '../tflite/readCustomOptions.js';
import type { OperatorConverter } from './OperatorConverter.js';

/**
 * A custom operation of the attention mesh stays a node of its own name, whose kernel the engine registers with TF.js.
 * Its options travel as JSON text in the attribute `options`.
 */
export const convertCustom: OperatorConverter = ({ operator, scope, builder }) => {
  const node = builder.node({
    op: operator.name,
    inputs: operator.inputs.map((_, position) => scope.name(scope.input(operator, position), operator)),
    attributes: { options: attribute.text(JSON.stringify(readCustomOptions(operator.customOptions))) },
  });
  scope.bind(scope.output(operator), node);
};
