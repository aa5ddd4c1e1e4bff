import type { RefusalReason } from '@huoti/protocol';
import type { VerdictRow } from '../../ports/rows.js';

/** Refusals after which the pictures of a session may be of somebody else than the person it names. */
const REASONS: readonly RefusalReason[] = [
  'FACE_MISMATCH',
  'FACE_CHANGED',
  'SEVERAL_FACES',
  'SPOOF_SUSPECTED',
];

/**
 * Whether a session gave reason to think that another face than the named person's is on its pictures: then they are not given to the one
 * who asks. Who takes over somebody's account and fails at the face would else be handed out to its owner, or the owner to whoever asks.
 */
export function mayShowAnother(verdict: Pick<VerdictRow, 'reason' | 'comparison'> | null): boolean {
  if (verdict === null) return false;
  return verdict.comparison.same === false || (verdict.reason !== null && REASONS.includes(verdict.reason));
}
