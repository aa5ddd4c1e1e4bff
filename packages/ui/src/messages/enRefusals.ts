import type { MessageKey } from './MessageKey.js';

/** English words for a person who was refused: what happened and what helps, without blame. */
export const enRefusals: Readonly<Record<Extract<MessageKey, `refusal.${string}`>, string>> = {
  'refusal.DECLINED.title': 'You chose not to continue',
  'refusal.DECLINED.body': 'That’s fine. The camera is off. You can use another way instead.',
  'refusal.NO_FACE.title': 'We couldn’t see a face',
  'refusal.NO_FACE.body': 'Check that nothing covers the lens, then hold the camera at eye level.',
  'refusal.SEVERAL_FACES.title': 'More than one face in view',
  'refusal.SEVERAL_FACES.body': 'Find a place where only you are in the picture, then try again.',
  'refusal.FACE_CHANGED.title': 'The face went out of view',
  'refusal.FACE_CHANGED.body':
    'One face has to stay in the picture from start to end. Try again and stay in the oval.',
  'refusal.CHALLENGE_TIMEOUT.title': 'That took a little too long',
  'refusal.CHALLENGE_TIMEOUT.body': 'No harm done. Try again and follow each movement as it’s shown.',
  'refusal.WRONG_ACTION.title': 'A different movement was made',
  'refusal.WRONG_ACTION.body': 'Try again: do just the one movement that is shown, slowly.',
  'refusal.QUALITY_TOO_LOW.title': 'The picture wasn’t clear enough',
  'refusal.QUALITY_TOO_LOW.body': 'Look for even light, wipe the lens and hold the camera steady.',
  'refusal.SPOOF_SUSPECTED.title': 'We couldn’t confirm this check',
  'refusal.SPOOF_SUSPECTED.body':
    'Light or reflections can cause this too. Try again in another place, or use another way.',
  'refusal.SIGNALS_INSUFFICIENT.title': 'There wasn’t enough to go by',
  'refusal.SIGNALS_INSUFFICIENT.body':
    'This device or this light didn’t give enough to decide. Try again, or use another way.',
  'refusal.SESSION_UNKNOWN.title': 'This check isn’t known',
  'refusal.SESSION_UNKNOWN.body': 'It may have been closed. Start a new one.',
  'refusal.SESSION_USED.title': 'This check was already used',
  'refusal.SESSION_USED.body': 'Each check counts once. Start a new one.',
  'refusal.SESSION_EXPIRED.title': 'This check has expired',
  'refusal.SESSION_EXPIRED.body': 'It was open for too long. Start a new one.',
  'refusal.NONCE_MISMATCH.title': 'This check doesn’t match',
  'refusal.NONCE_MISMATCH.body': 'It seems to belong to another page. Start a new one here.',
  'refusal.EVIDENCE_INCONSISTENT.title': 'We couldn’t confirm this check',
  'refusal.EVIDENCE_INCONSISTENT.body':
    'What arrived doesn’t fit together. Close other apps and try again, or use another way.',
  'refusal.FACE_MISMATCH.title': 'The faces don’t match',
  'refusal.FACE_MISMATCH.body':
    'The face doesn’t match the one on record. Try in better light, or use another way.',
  'refusal.TOO_MANY_ATTEMPTS.title': 'Too many tries for now',
  'refusal.TOO_MANY_ATTEMPTS.body': 'Please come back later, or use another way now.',
};
