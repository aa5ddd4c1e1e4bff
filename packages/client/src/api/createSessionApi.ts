import { sha256 } from '@noble/hashes/sha2.js';
import type { AbortSignalLike } from '@huoti/core';
import {
  BeginResponseSchema,
  ConsentResponseSchema,
  PartResponseSchema,
  RevealResponseSchema,
  SessionViewSchema,
  type BeginRequest,
  type BeginResponse,
  type CompleteRequest,
  type ConsentRequest,
  type ConsentResponse,
  type OutcomeRequest,
  type PartResponse,
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
}

const JSON_TYPE = { accept: 'application/json', 'content-type': 'application/json' } as const;
const BYTES_TYPE = { accept: 'application/json', 'content-type': 'application/octet-stream' } as const;

/** @param baseUrl absolute, without a slash at its end */
export function createSessionApi(sender: Sender, baseUrl: string, sessionId: string): SessionApi {
  const root = `${baseUrl}/v1/sessions/${sessionId}`;

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
        { method: 'POST', url: `${root}/${what}`, headers: JSON_TYPE, body: utf8Bytes(JSON.stringify(body)) },
        signal,
      );

  return {
    view: (signal) =>
      call(
        'session',
        SessionViewSchema,
        { method: 'GET', url: root, headers: { accept: 'application/json' }, body: null },
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
          url: `${root}/evidence/${part}`,
          headers: { ...BYTES_TYPE, 'content-digest': `sha-256=:${base64(sha256(bytes))}:` },
          body: bytes,
        },
        signal,
      ),
    complete: post('complete', SessionViewSchema),
    outcome: post('outcome', SessionViewSchema),
  };
}
