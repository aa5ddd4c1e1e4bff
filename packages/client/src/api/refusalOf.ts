import {
  ERROR_CODES,
  HuotiError,
  ProblemSchema,
  REFUSAL_REASONS,
  type ErrorCode,
  type Problem,
  type RefusalReason,
} from '@huoti/protocol';
import type { HttpAnswer } from '../transport/HttpTransport.js';
import { readAnswer } from '../wire/readAnswer.js';
import { EvidenceIncomplete } from './EvidenceIncomplete.js';
import { ServerRefusal } from './ServerRefusal.js';

/** The problem in a refused answer; `null` where something between us and the server answered. */
export function problemIn(answer: HttpAnswer): Problem | null {
  try {
    return readAnswer(ProblemSchema, answer.body, 'problem');
  } catch {
    return null;
  }
}

/** Codes of a problem that are refusals by another name. */
const PROBLEM_AS_REASON: Readonly<Record<string, RefusalReason>> = {
  NOT_FOUND: 'SESSION_UNKNOWN',
  // The person said no, to the operator instead of here: the alternative method is theirs.
  RESTRICTED: 'DECLINED',
};

/** Codes of a problem that are neither error codes nor refusal reasons, and what they are here. */
const PROBLEM_AS_ERROR: Readonly<Record<string, ErrorCode>> = {
  // The token is not of this key, or not of this server: only a new session helps.
  UNAUTHENTICATED: 'INVALID_ARGUMENT',
  FORBIDDEN: 'HOST_FORBIDS',
  CONFLICT: 'PROTOCOL_MALFORMED',
  PAYLOAD_TOO_LARGE: 'PROTOCOL_MALFORMED',
  RATE_LIMITED: 'NETWORK_FAILED',
  UNAVAILABLE: 'NETWORK_FAILED',
};

/** What a refused answer is for the session: a {@link ServerRefusal}, or the fault of a machine. */
export function refusalOf(answer: HttpAnswer, what: string): HuotiError {
  const problem = problemIn(answer);
  if (problem === null) {
    const lost = answer.status >= 500 || answer.status === 429 || answer.status === 408;
    return new HuotiError(
      lost ? 'NETWORK_FAILED' : 'PROTOCOL_MALFORMED',
      `${what}: status ${answer.status} without a problem that explains it`,
      { retryable: lost },
    );
  }
  const { code, detail, retryable, retryAfterS } = problem;
  const line = `${what}: ${detail}`;
  if (code === 'EVIDENCE_INCOMPLETE') return new EvidenceIncomplete(line);
  const reason = PROBLEM_AS_REASON[code] ?? REFUSAL_REASONS.find((known) => known === code);
  if (reason !== undefined) return new ServerRefusal(reason, line, retryAfterS ?? null);
  const known = ERROR_CODES.find((each) => each === code) ?? PROBLEM_AS_ERROR[code];
  return new HuotiError(known ?? 'PROTOCOL_MALFORMED', known === undefined ? `${line} (${code})` : line, {
    // The same request would not succeed, but the person may be asked again and say something else.
    retryable: retryable || known === 'CONSENT_REQUIRED',
  });
}
