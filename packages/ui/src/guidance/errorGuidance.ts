import type { ErrorCode } from '@huoti/protocol';
import type { Guidance } from './Guidance.js';

const AGAIN: Guidance = { retry: true, alternative: true };
const OTHERWISE: Guidance = { retry: false, alternative: true };

const TABLE: Readonly<Record<ErrorCode, Guidance>> = {
  // The person can change these: a setting, a plug, another app, the network.
  CAMERA_PERMISSION_DENIED: AGAIN,
  CAMERA_NOT_FOUND: AGAIN,
  CAMERA_IN_USE: AGAIN,
  CAMERA_INTERRUPTED: AGAIN,
  MODEL_LOAD_FAILED: AGAIN,
  NETWORK_FAILED: AGAIN,
  CONSENT_REQUIRED: AGAIN,
  MEDIA_UNREADABLE: AGAIN,
  // A new try is a new session, which these do not carry over to.
  SESSION_ALREADY_RUN: AGAIN,
  ABORTED: AGAIN,
  BUSY: AGAIN,
  DISPOSED: AGAIN,
  BRIDGE_UNAVAILABLE: AGAIN,
  BRIDGE_TIMEOUT: AGAIN,
  HOST_ERROR: AGAIN,
  // The same page on the same machine would fail in the same way.
  CAMERA_UNSUPPORTED: OTHERWISE,
  INSECURE_CONTEXT: OTHERWISE,
  MODEL_INTEGRITY_MISMATCH: OTHERWISE,
  BACKEND_UNAVAILABLE: OTHERWISE,
  PLAN_INVALID: OTHERWISE,
  INVALID_ARGUMENT: OTHERWISE,
  PROTOCOL_MALFORMED: OTHERWISE,
  PROTOCOL_VERSION_UNSUPPORTED: OTHERWISE,
  HOST_FORBIDS: OTHERWISE,
  CSP_BLOCKED: OTHERWISE,
};

/**
 * What is offered after an error.
 *
 * @param code of the error
 * @param retryable the error's own word, which can only add a retry
 * @default retryable false
 */
export function errorGuidance(code: ErrorCode, retryable = false): Guidance {
  return retryable ? AGAIN : TABLE[code];
}
