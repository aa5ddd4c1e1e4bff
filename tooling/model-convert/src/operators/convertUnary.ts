import type { OperatorConverter } from './OperatorConverter.js';

function unary(op: 'Relu' | 'Sigmoid'): OperatorConverter {
  return ({ operator, scope, builder }) => {
    const input = scope.name(scope.input(operator, 0), operator);
    scope.bind(scope.output(operator), builder.node({ op, inputs: [input] }));
  };
}

/** RELU and LOGISTIC: one input, no options. */
export const convertUnary = { relu: unary('Relu'), logistic: unary('Sigmoid') } as const;
