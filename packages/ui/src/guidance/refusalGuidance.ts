import type { RefusalReason } from '@huoti/protocol';
import type { Guidance } from './Guidance.js';

const AGAIN: Guidance = { retry: true, alternative: true };
const OTHERWISE: Guidance = { retry: false, alternative: true };

const TABLE: Readonly<Record<RefusalReason, Guidance>> = {
  // Whoever said no is not asked again: no nagging.
  DECLINED: OTHERWISE,
  NO_FACE: AGAIN,
  SEVERAL_FACES: AGAIN,
  FACE_CHANGED: AGAIN,
  CHALLENGE_TIMEOUT: AGAIN,
  WRONG_ACTION: AGAIN,
  QUALITY_TOO_LOW: AGAIN,
  SPOOF_SUSPECTED: AGAIN,
  SIGNALS_INSUFFICIENT: AGAIN,
  SESSION_UNKNOWN: AGAIN,
  SESSION_USED: AGAIN,
  SESSION_EXPIRED: AGAIN,
  NONCE_MISMATCH: AGAIN,
  EVIDENCE_INCONSISTENT: AGAIN,
  FACE_MISMATCH: AGAIN,
  // The server has said how long to wait: a button would only fail again.
  TOO_MANY_ATTEMPTS: OTHERWISE,
};

/** What is offered to a person who was refused. */
export function refusalGuidance(reason: RefusalReason): Guidance {
  return TABLE[reason];
}
