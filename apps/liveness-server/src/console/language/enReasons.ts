import type { RefusalReason } from '@huoti/protocol';

/** Each refusal in words for an operator: what was found, not what to tell the person. */
export const enReasons: Readonly<Record<`reason.${RefusalReason}`, string>> = {
  'reason.DECLINED': 'The person declined',
  'reason.NO_FACE': 'No face was seen',
  'reason.SEVERAL_FACES': 'More than one face was seen',
  'reason.FACE_CHANGED': 'The face changed or was lost on the way',
  'reason.CHALLENGE_TIMEOUT': 'A step was not done in its time',
  'reason.WRONG_ACTION': 'Another action than the one asked for was made',
  'reason.QUALITY_TOO_LOW': 'The pictures were too poor to judge',
  'reason.SPOOF_SUSPECTED': 'A presentation attack is suspected',
  'reason.SIGNALS_INSUFFICIENT': 'A signal that the policy requires was not measured',
  'reason.SESSION_UNKNOWN': 'The session is not known',
  'reason.SESSION_USED': 'The session was used before',
  'reason.SESSION_EXPIRED': 'The session had run out',
  'reason.NONCE_MISMATCH': 'The evidence belongs to another plan',
  'reason.EVIDENCE_INCONSISTENT': 'The evidence does not fit together',
  'reason.FACE_MISMATCH': 'The face is not that of the reference',
  'reason.TOO_MANY_ATTEMPTS': 'Too many tries',
};
