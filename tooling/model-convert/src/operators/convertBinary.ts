import type { OperatorConverter } from './OperatorConverter.js';
import { withActivation } from './withActivation.js';

/** AddOptions and MulOptions both begin with the activation. */
const ACTIVATION_FIELD = 0;

function binary(op: 'AddV2' | 'Mul'): OperatorConverter {
  return ({ operator, scope, builder }) => {
    const inputs = [0, 1].map((position) => scope.name(scope.input(operator, position), operator));
    const value = builder.node({ op, inputs });
    scope.bind(scope.output(operator), withActivation(value, { operator, builder, field: ACTIVATION_FIELD }));
  };
}

/** ADD and MUL, with broadcasting, which both runtimes do alike. */
export const convertBinary = { add: binary('AddV2'), multiply: binary('Mul') } as const;
