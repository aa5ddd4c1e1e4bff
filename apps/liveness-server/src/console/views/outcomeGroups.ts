import type { RefusalReason } from '@huoti/protocol';

/** The four ends that a session can have, in the order in which they are stacked and listed. */
export const OUTCOME_GROUPS = ['verified', 'completed', 'refused', 'dropped'] as const;
/** One of {@link OUTCOME_GROUPS}. */
export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number];

/** The refusals that say nothing of the person: evidence that is broken, foreign, used or too thin. */
const FAULTS: ReadonlySet<string> = new Set<RefusalReason>([
  'EVIDENCE_INCONSISTENT',
  'NONCE_MISMATCH',
  'SESSION_UNKNOWN',
  'SESSION_USED',
  'SIGNALS_INSUFFICIENT',
]);

/** Where a counted outcome belongs. */
export function groupOf(outcome: string): OutcomeGroup {
  if (outcome === 'verified' || outcome === 'completed') return outcome;
  return outcome.startsWith('dropped:') ? 'dropped' : 'refused';
}

/** Whether a refusal is one of the evidence, not of the person. */
export function isEvidenceFault(outcome: string): boolean {
  return FAULTS.has(outcome);
}
