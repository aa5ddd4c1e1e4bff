import { parsePlan, type LivenessPlan } from '@huoti/protocol';
import { isDeepStrictEqual } from 'node:util';
import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The signed head and the steps that the server kept to itself fit together: they are the whole plan. */
export function planContent(
  claims: Readonly<Record<string, unknown>>,
  { policy, steps }: Pick<JudgeRequest['session'], 'policy' | 'steps'>,
): CheckOutcome<LivenessPlan> {
  const head = parsePlan(claims['plan']);
  const samePolicy = isDeepStrictEqual({ ...head.policy }, { ...policy });
  const got = `policy ${head.policy.name}${samePolicy ? '' : ' (altered)'}, ${head.stepCount ?? head.steps.length} steps`;
  const expected = `policy ${policy.name}, ${steps.length} steps`;
  if (got !== expected || steps.length === 0) return failed(got, expected);
  const { stepCount: _revealed, ...rest } = head;
  return held(got, expected, parsePlan({ ...rest, steps }));
}
