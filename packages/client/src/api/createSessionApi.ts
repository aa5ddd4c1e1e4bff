import { sha256 } from '@noble/hashes/sha2.js';
import type { AbortSignalLike } from '@huoti/core';
import {
  BeginResponseSchema,
  ConsentResponseSchema,
  PartResponseSchema,
  PlatformBeginResponseSchema,
  RevealResponseSchema,
  SessionViewSchema,
  type BeginRequest,
  type BeginResponse,
  type CompleteRequest,
  type ConsentRequest,
  type ConsentResponse,
  type OutcomeRequest,
  type PartResponse,
  type PlatformBeginRequest,
  type PlatformBeginResponse,
  type PlatformCompleteRequest,
  type RevealRequest,
  type RevealResponse,
  type SessionView,
} from '@huoti/protocol';
import type { TSchema, Static } from '@sinclair/typebox';
import { base64 } from '../wire/base64Url.js';
import { readAnswer } from '../wire/readAnswer.js';
import { utf8Bytes } from '../wire/utf8.js';
import { refusalOf } from './refusalOf.js';
import { sendWithRetries, type PlainRequest, type Sender } from './sendWithRetries.js';

/**
 * The calls that a client may make for its session, each as often as it takes.
 *
 * All throw HuotiError NETWORK_FAILED (retryable), PROTOCOL_MALFORMED for an answer that is none, ABORTED, and
 * what `refusalOf` makes of a refusal.
 */
export interface SessionApi {
  view(signal: AbortSignalLike): Promise<SessionView>;
  consent(request: ConsentRequest, signal: AbortSignalLike): Promise<ConsentResponse>;
  begin(request: BeginRequest, signal: AbortSignalLike): Promise<BeginResponse>;
  reveal(request: RevealRequest, signal: AbortSignalLike): Promise<RevealResponse>;
  putPart(part: string, bytes: Uint8Array, signal: AbortSignalLike): Promise<PartResponse>;
  complete(request: CompleteRequest, signal: AbortSignalLike): Promise<SessionView>;
  outcome(request: OutcomeRequest, signal: AbortSignalLike): Promise<SessionView>;
  platformBegin(request: PlatformBeginRequest, signal: AbortSignalLike): Promise<PlatformBeginResponse>;
  platformComplete(request: PlatformCompleteRequest, signal: AbortSignalLike): Promise<SessionView>;
}

const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' } as const;
const BYTES_TYPE = { accept: 'application/json', 'content-type': 'application/octet-stream' } as const;

/** Which session, and where. Addresses are absolute, without a slash at their end. */
export interface SessionAddress {
  readonly baseUrl: string;
  /** What proofs are made for. */
  readonly publicUrl: string;
  readonly sessionId: string;
}

export function createSessionApi(
  sender: Sender,
  { baseUrl, publicUrl, sessionId }: SessionAddress,
): SessionApi {
  const path = `/v1/sessions/${sessionId}`;

  const at = (rest: string): Pick<PlainRequest, 'url' | 'provenUrl'> => ({
    url: `${baseUrl}${path}${rest}`,
    provenUrl: `${publicUrl}${path}${rest}`,
  });

  async function call<T extends TSchema>(
    what: string,
    schema: T,
    request: PlainRequest,
    signal: AbortSignalLike,
  ): Promise<Static<T>> {
    const answer = await sendWithRetries(sender, request, signal);
    if (answer.status < 200 || answer.status > 299) throw refusalOf(answer, what);
    return readAnswer(schema, answer.body, what);
  }

  const post =
    <B, T extends TSchema>(what: string, schema: T) =>
    (body: B, signal: AbortSignalLike): Promise<Static<T>> =>
      call(
        what,
        schema,
        { method: 'POST', ...at(`/${what}`), headers: JSON_TYPE, body: utf8Bytes(JSON.stringify(body)) },
        signal,
      );

  return {
    view: (signal) =>
      call(
        'session',
        SessionViewSchema,
        { method: 'GET', ...at(''), headers: { accept: 'application/json' }, body: null },
        signal,
      ),
    consent: post('consent', ConsentResponseSchema),
    begin: post('plan', BeginResponseSchema),
    reveal: post('steps', RevealResponseSchema),
    putPart: (part, bytes, signal) =>
      call(
        `evidence/${part}`,
        PartResponseSchema,
        {
          method: 'PUT',
          ...at(`/evidence/${part}`),
          headers: { ...BYTES_TYPE, 'content-digest': `sha-256=:${base64(sha256(bytes))}:` },
          body: bytes,
        },
        signal,
      ),
    complete: post('complete', SessionViewSchema),
    outcome: post('outcome', SessionViewSchema),
    platformBegin: post('platform', PlatformBeginResponseSchema),
    platformComplete: post('platform/complete', SessionViewSchema),
  };
}
