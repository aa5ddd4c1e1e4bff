import type { OperatorRow } from '@huoti/server';
import type { OperatorFacts } from './OperatorAnswer.js';

/** The account without its hash. */
export function operatorFacts({ id, name, role, createdAtMs, disabledAtMs }: OperatorRow): OperatorFacts {
  return { id, name, role, createdAtMs, disabledAtMs };
}
