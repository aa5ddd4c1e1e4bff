import { createHash } from 'node:crypto';
import type { Proofs } from './createProofs.js';
import type { SessionCall } from './conductSession.js';

/** What {@link fetchCall} takes. */
export interface FetchCallOptions {
  readonly url: string;
  readonly sessionId: string;
  readonly token: string;
  readonly proofs: Proofs;
}

/** A session's client over real HTTP, with a proof for each request and a new try where the nonce is old. */
export function fetchCall({ url, sessionId, token, proofs }: FetchCallOptions): SessionCall {
  let nonce: string | undefined;
  const send: SessionCall = async (method, path, body) => {
    const target = `${url}/v1/sessions/${sessionId}${path}`;
    const isBytes = body instanceof Uint8Array;
    const digest = isBytes ? createHash('sha256').update(body).digest('base64') : '';
    const answer = await fetch(target, {
      method,
      headers: {
        authorization: `DPoP ${token}`,
        dpop: proofs.make({ method, url: target, token, ...(nonce === undefined ? {} : { nonce }) }),
        ...(body === undefined
          ? {}
          : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...(isBytes ? { 'content-digest': `sha-256=:${digest}:` } : {}),
      },
      ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const isFirst = nonce === undefined;
    nonce = answer.headers.get('dpop-nonce') ?? nonce;
    if (answer.status === 401 && isFirst) return send(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return send;
}
