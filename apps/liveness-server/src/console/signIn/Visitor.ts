import type { OperatorRow } from '@huoti/server';

/** Who asks: an operator whose sign-in counts at this moment. */
export interface Visitor {
  readonly operator: OperatorRow;
  readonly signInId: string;
  /** For the forms of this visitor's pages. */
  readonly formToken: string;
}
