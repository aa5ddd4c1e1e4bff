/**
 * Codes of errors that are thrown: a machine, a host or a caller is at fault, never the person before the camera.
 * A person who fails is a result with a {@link RefusalReason}.
 */
export const ERROR_CODES = [
  'CAMERA_PERMISSION_DENIED',
  'CAMERA_NOT_FOUND',
  'CAMERA_IN_USE',
  'CAMERA_INTERRUPTED',
  'CAMERA_UNSUPPORTED',
  'INSECURE_CONTEXT',
  'MODEL_LOAD_FAILED',
  'MODEL_INTEGRITY_MISMATCH',
  'BACKEND_UNAVAILABLE',
  'NETWORK_FAILED',
  'SESSION_ALREADY_RUN',
  'PLAN_INVALID',
  'CONSENT_REQUIRED',
  'ABORTED',
  'BUSY',
  'DISPOSED',
  'INVALID_ARGUMENT',
  'PROTOCOL_MALFORMED',
  'PROTOCOL_VERSION_UNSUPPORTED',
  'BRIDGE_UNAVAILABLE',
  'BRIDGE_TIMEOUT',
  'HOST_FORBIDS',
  'HOST_ERROR',
  'CSP_BLOCKED',
  'MEDIA_UNREADABLE',
] as const;

/** A stable code of a thrown {@link HuotiError}. */
export type ErrorCode = (typeof ERROR_CODES)[number];
