import type { EvidenceManifest } from '@huoti/protocol';
import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The evidence says that it answers this session's plan, and no other. */
export function manifestSession(
  { sessionId, plan }: EvidenceManifest,
  session: Pick<JudgeRequest['session'], 'id' | 'planJws'>,
): CheckOutcome<void> {
  const expected = `session ${session.id}, its plan`;
  const got = `session ${sessionId}, ${plan === session.planJws ? 'its plan' : 'another plan'}`;
  return got === expected
    ? held(got, expected, undefined)
    : failed(got, expected, { reason: 'NONCE_MISMATCH' });
}
