import type { GateCode, RefusalReason } from '@huoti/protocol';

/** What one check found. `got` and `expected` are numbers and names: never a face, a token or a template. */
export type CheckOutcome<T> =
  | {
      readonly pass: true;
      readonly got: string;
      readonly expected: string;
      /** What later checks build on. */
      readonly value: T;
    }
  | {
      readonly pass: false;
      readonly got: string;
      readonly expected: string;
      readonly reason: RefusalReason;
      readonly gate: GateCode | null;
    };

/** A check that held. */
export const held = <T>(got: string, expected: string, value: T): CheckOutcome<T> => ({
  pass: true,
  got,
  expected,
  value,
});

/** A check that did not. */
export const failed = (
  got: string,
  expected: string,
  { reason = 'EVIDENCE_INCONSISTENT', gate = null }: { reason?: RefusalReason; gate?: GateCode | null } = {},
): CheckOutcome<never> => ({ pass: false, got, expected, reason, gate });
