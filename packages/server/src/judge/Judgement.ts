import type { Assurance, Comparison, GateCode, RefusalReason, SignalReading } from '@huoti/protocol';
import type { CheckReading } from '../ports/rows.js';

/** What came out of the evidence. Nothing in it was taken over from the client's own word. */
export interface Judgement {
  /** Every check that ran, in order; the first that fails decides. */
  readonly checks: readonly CheckReading[];
  readonly verified: boolean;
  readonly assurance: Assurance;
  readonly reason: RefusalReason | null;
  readonly gate: GateCode | null;
  readonly light: boolean;
  readonly signals: Readonly<Record<string, SignalReading>>;
  readonly comparison: Comparison;
  readonly models: Readonly<Record<string, string>>;
  /** CPU time, ms. */
  readonly recomputeMs: number;
}
