import type { OperatorRow } from '@huoti/server';

/** Why an account was not made or changed. */
export type OperatorRefusalCode = 'NAME_INVALID' | 'NAME_TAKEN' | 'NAME_UNKNOWN' | 'PASSWORD_REFUSED';

/** An account without its hash: what may be printed. */
export type OperatorFacts = Omit<OperatorRow, 'passwordHash'>;

/** What came of a change to an account. `detail` is one line for the person at the command line. */
export type OperatorAnswer =
  | { readonly ok: true; readonly operator: OperatorFacts }
  | { readonly ok: false; readonly refusal: { readonly code: OperatorRefusalCode; readonly detail: string } };
