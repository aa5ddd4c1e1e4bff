import type { ErrorCode, ProblemCode, RefusalReason } from '@huoti/protocol';

/** Why a call was refused. It is a value: the machine works, the caller asked for what is not given. */
export interface Refusal {
  readonly code: ProblemCode | ErrorCode | RefusalReason;
  /** One line: what is wrong and what to do. Never a token, a face or another tenant's word. */
  readonly detail: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** Seconds until it may, where that is known. */
  readonly retryAfterS?: number;
  /** With `EVIDENCE_INCOMPLETE`: names of the parts. */
  readonly missing?: readonly string[];
  /** With `UNAUTHENTICATED` of a client: the `error` of `WWW-Authenticate: DPoP`, RFC 9449. */
  readonly challenge?: 'invalid_token' | 'invalid_dpop_proof' | 'use_dpop_nonce';
}
