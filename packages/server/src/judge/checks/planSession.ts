import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The plan was drawn for this session, and is the very text that was handed out: the chain starts from its hash. */
export function planSession(
  claims: Readonly<Record<string, unknown>>,
  { session, hash }: { session: Pick<JudgeRequest['session'], 'id' | 'planHash'>; hash: string },
): CheckOutcome<void> {
  const expected = `session ${session.id}, plan ${session.planHash}`;
  const sid = typeof claims['sid'] === 'string' ? claims['sid'].slice(0, 64) : 'none';
  const got = `session ${sid}, plan ${hash}`;
  return got === expected
    ? held(got, expected, undefined)
    : failed(got, expected, { reason: 'NONCE_MISMATCH' });
}
