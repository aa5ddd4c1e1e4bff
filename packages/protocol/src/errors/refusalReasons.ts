/** Why a session was refused. These stand in results and are never thrown. */
export const REFUSAL_REASONS = [
  'DECLINED',
  'NO_FACE',
  'SEVERAL_FACES',
  'FACE_CHANGED',
  'CHALLENGE_TIMEOUT',
  'WRONG_ACTION',
  'QUALITY_TOO_LOW',
  'SPOOF_SUSPECTED',
  'SIGNALS_INSUFFICIENT',
  'SESSION_UNKNOWN',
  'SESSION_USED',
  'SESSION_EXPIRED',
  'NONCE_MISMATCH',
  'EVIDENCE_INCONSISTENT',
  'FACE_MISMATCH',
  'TOO_MANY_ATTEMPTS',
] as const;

/** The reason of a failed result. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];
