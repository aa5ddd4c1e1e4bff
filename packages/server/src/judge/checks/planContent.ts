import { parsePlan, type LivenessPlan } from '@huoti/protocol';
import { isDeepStrictEqual } from 'node:util';
import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The signed head is of this session's policy, and tells none of the steps that the server kept to itself. */
export function planContent(
  claims: Readonly<Record<string, unknown>>,
  { policy, steps }: Pick<JudgeRequest['session'], 'policy' | 'steps'>,
): CheckOutcome<LivenessPlan> {
  const head = parsePlan(claims['plan']);
  const samePolicy = isDeepStrictEqual({ ...head.policy }, { ...policy });
  const name = `policy ${head.policy.name}${samePolicy ? '' : ' (altered)'}`;
  const got = `${name}, ${head.steps.length} of ${head.stepCount ?? head.steps.length} steps told`;
  const expected = `policy ${policy.name}, 0 of ${steps.length} steps told`;
  return got === expected && steps.length > 0 ? held(got, expected, head) : failed(got, expected);
}
