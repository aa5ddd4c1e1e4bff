import type { Assurance, RefusalReason } from '@huoti/protocol';
import type { Judgement } from '../judge/Judgement.js';
import type { CheckReading, SessionRow } from '../ports/rows.js';

/** A judgement for evidence that nothing could be made of: by the one check that says why. */
export function refusingJudgement(
  { policy }: Pick<SessionRow, 'policy'>,
  check: CheckReading,
  reason: RefusalReason,
): Omit<Judgement, 'recomputeMs'> & { readonly recomputeMs: null } {
  // The least that this session's evidence could be worth.
  const assurance: Assurance = policy.evidenceLevel === 'none' ? 'device-only' : 'consistent';
  return {
    checks: [check],
    verified: false,
    assurance,
    reason,
    gate: null,
    light: false,
    signals: {},
    comparison: { performed: false, same: null, similarity: null, threshold: null, far: null },
    models: {},
    recomputeMs: null,
  };
}
