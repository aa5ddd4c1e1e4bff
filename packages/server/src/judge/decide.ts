import type { Assurance, Comparison, SignalReading } from '@huoti/protocol';
import type { CheckReading } from '../ports/rows.js';
import type { Refusal } from './checks/runChecks.js';
import type { Judgement } from './Judgement.js';

/** What the checks that held are worth. */
export interface Established {
  /** Declared by the client; `null` before that could be read. A declaration only ever lowers what a result is worth. */
  readonly source: 'camera' | 'recording' | 'synthetic' | null;
  /** The trace was replayed and ends completed. */
  readonly replayed: boolean;
  /** In the replay the screen lit the face through every stage of a light step. */
  readonly lit: boolean;
  /** Pictures that the server named agree with the trace, and show one face. */
  readonly pictured: boolean;
}

/** What {@link decide} takes. */
export interface DecideOptions {
  readonly checks: readonly CheckReading[];
  /** `null` where every check held. */
  readonly refusal: Refusal | null;
  readonly established: Established;
  readonly signals: Readonly<Record<string, SignalReading>>;
  readonly comparison: Comparison;
  readonly models: Readonly<Record<string, string>>;
  /** CPU time, ms. */
  readonly recomputeMs: number;
}

/**
 * The verdict. Only pictures that were recomputed, of a declared live camera, with no check failed, are verified; whatever
 * is missing lowers it.
 */
export function decide({
  checks,
  refusal,
  established,
  signals,
  comparison,
  models,
  recomputeMs,
}: DecideOptions): Judgement {
  const assurance = assuranceOf(established);
  const mismatch = comparison.performed && comparison.same !== true;
  return {
    checks,
    verified: assurance === 'recomputed' && refusal === null && !mismatch && checks.every(({ pass }) => pass),
    assurance,
    reason: refusal?.reason ?? null,
    gate: refusal?.gate ?? null,
    light: established.lit,
    signals,
    comparison,
    models,
    recomputeMs,
  };
}

/** The table of protocol.md, for evidence that a client sent. What does not even replay is worth a client's word. */
function assuranceOf({ source, replayed, pictured }: Established): Assurance {
  if (source === 'synthetic') return 'demo';
  if (source === 'recording') return 'recorded';
  if (source !== 'camera' || !replayed) return 'device-only';
  return pictured ? 'recomputed' : 'consistent';
}
