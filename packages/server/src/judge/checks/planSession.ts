import type { JudgeRequest } from '../../ports/Judge.js';
import { toHex } from '../hex.js';
import { sha256 } from '../sha256.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** The plan was drawn for this session, and is the very text that was handed out: the chain starts from its hash. */
export function planSession(
  claims: Readonly<Record<string, unknown>>,
  { id, planJws, planHash }: Pick<JudgeRequest['session'], 'id' | 'planJws' | 'planHash'>,
): CheckOutcome<void> {
  const expected = `session ${id}, plan ${planHash}`;
  const sid = typeof claims['sid'] === 'string' ? claims['sid'].slice(0, 64) : 'none';
  const got = `session ${sid}, plan ${toHex(sha256(new TextEncoder().encode(planJws)))}`;
  if (got === expected) return held(got, expected, undefined);
  return failed(got, expected, { reason: 'NONCE_MISMATCH' });
}
