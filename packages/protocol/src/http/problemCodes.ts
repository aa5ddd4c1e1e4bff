/**
 * Codes of a refused request, beside the error codes and refusal reasons that a problem may carry as well. They say what
 * is wrong with a request, never what is wrong with a person.
 */
export const PROBLEM_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'CONFLICT',
  'EVIDENCE_INCOMPLETE',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RESTRICTED',
  'RATE_LIMITED',
  'UNAVAILABLE',
] as const;
/** One of {@link PROBLEM_CODES}. */
export type ProblemCode = (typeof PROBLEM_CODES)[number];
