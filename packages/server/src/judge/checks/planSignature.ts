import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The plan is one that this server signed: its claims are what all that follows is measured by. */
export function planSignature({
  planClaims,
  planProblem,
}: Pick<JudgeRequest['session'], 'planClaims' | 'planProblem'>): CheckOutcome<
  Readonly<Record<string, unknown>>
> {
  const expected = 'signed by this server';
  if (planClaims === null) return failed(planProblem ?? 'not signed', expected);
  return held('signed', expected, planClaims);
}
