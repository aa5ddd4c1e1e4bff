import type { ErrorCode, ProblemCode, RefusalReason } from '@huoti/protocol';

/** Any code that a refused request may carry. */
export type RefusalCode = ProblemCode | ErrorCode | RefusalReason;

/** A code that is not listed here is the service's own fault: 500. */
const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  INVALID_ARGUMENT: 400,
  PROTOCOL_MALFORMED: 400,
  PROTOCOL_VERSION_UNSUPPORTED: 400,
  PLAN_INVALID: 400,
  MEDIA_UNREADABLE: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  HOST_FORBIDS: 403,
  CONSENT_REQUIRED: 403,
  RESTRICTED: 403,
  NOT_FOUND: 404,
  SESSION_UNKNOWN: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  SESSION_USED: 409,
  EVIDENCE_INCOMPLETE: 409,
  EVIDENCE_INCONSISTENT: 409,
  SESSION_EXPIRED: 410,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NO_FACE: 422,
  SEVERAL_FACES: 422,
  QUALITY_TOO_LOW: 422,
  RATE_LIMITED: 429,
  TOO_MANY_ATTEMPTS: 429,
  UNAVAILABLE: 503,
  BUSY: 503,
  ABORTED: 503,
  BACKEND_UNAVAILABLE: 503,
};

/**
 * The HTTP status of a refusal.
 *
 * @example statusOf('SESSION_USED') // 409
 */
export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 500;
}
