import { createHash } from 'node:crypto';
import type { Answer, Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { Refusal } from '../answers/Refusal.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import { hashToken } from './hashToken.js';
import { isFreshNonce, PROOF_MEMORY_MS } from './dpopNonce.js';
import { isSameDigest } from './isSameDigest.js';
import { isSameTarget } from './isSameTarget.js';
import { readProof } from './readProof.js';

/** What {@link authenticateClient} takes. */
export interface AuthenticateClientOptions {
  /** From the URL that was called. */
  sessionId: string;
  /** The `Authorization` header. */
  authorization: string | undefined;
  /** The `DPoP` header; several of them are none. */
  proof: string | undefined;
  /** Of the request, in capitals. */
  method: string;
  /** As the client calls it: the service's public origin (from its configuration, never from a `Host` header) and the path. */
  url: string;
}

const AUTHORIZATION = /^DPoP ([A-Za-z0-9_-]{43})$/i;
/** Compared with where there is no session, so that its absence takes no less time. */
const NO_TOKEN_HASH = hashToken('');

/**
 * Lets in the client of one session: it holds the session's token and, by a fresh proof (DPoP, RFC 9449), the key that the
 * token is bound to. The first valid proof binds the token, unless the backend named a key. Each proof counts once.
 *
 * Refused, always as UNAUTHENTICATED: `challenge` says whether the proof, its nonce or the token is at fault. A session
 * that does not exist is refused like a wrong token.
 *
 * @example
 * const client = await authenticateClient(context, { sessionId, authorization, proof, method: 'POST', url });
 * if (!client.ok) return problem(client.refusal);
 */
export async function authenticateClient(
  context: ServerContext,
  { sessionId, authorization, proof, method, url }: AuthenticateClientOptions,
): Promise<Answer<{ session: SessionRow }>> {
  const token = AUTHORIZATION.exec(authorization ?? '')?.[1];
  if (token === undefined) return denied('invalid_token', 'send "Authorization: DPoP" with the client token');
  if (proof === undefined) return denied('invalid_dpop_proof', 'send a DPoP proof with every request');
  const read = await readProof(proof);
  if (typeof read === 'string') return denied('invalid_dpop_proof', read);
  if (read.htm !== method) return denied('invalid_dpop_proof', 'the proof is for another method');
  if (!isSameTarget(read.htu, url)) return denied('invalid_dpop_proof', 'the proof is for another URL');
  if (read.ath !== createHash('sha256').update(token, 'utf8').digest('base64url')) {
    return denied('invalid_dpop_proof', 'the proof goes with another token');
  }
  if (!isFreshNonce(context, read.nonce)) {
    return denied('use_dpop_nonce', 'make a proof with the nonce of the header DPoP-Nonce');
  }

  return context.store.transaction(async (tx) => {
    const found = await tx.sessions.get(sessionId);
    const isToken = isSameDigest(hashToken(token), found?.tokenHash ?? NO_TOKEN_HASH);
    if (!found || !isToken) return denied('invalid_token', 'the token is not one of this session');
    // Only an unbound token's row is held: of two first proofs at once, one binds.
    const session = found.clientKey === null ? await tx.sessions.getForUpdate(sessionId) : found;
    if (!session || (session.clientKey !== null && session.clientKey !== read.keyThumbprint)) {
      return denied('invalid_token', 'the token is not one of this session');
    }
    const proofId = hashToken(JSON.stringify([sessionId, read.jti]));
    const isFirst = await tx.proofs.insertOnce(proofId, context.time.nowMs() + PROOF_MEMORY_MS);
    if (!isFirst) return denied('invalid_dpop_proof', 'the proof was used before: make one for each request');
    if (session.clientKey !== null) return { ok: true, session };
    const clientKey = read.keyThumbprint;
    await tx.sessions.update(sessionId, { clientKey });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'client-bind',
      object: sessionId,
      facts: { clientKey },
    });
    return { ok: true, session: { ...session, clientKey } };
  });
}

function denied(challenge: NonNullable<Refusal['challenge']>, detail: string): Refused {
  return refused('UNAUTHENTICATED', detail, { challenge, retryable: challenge === 'use_dpop_nonce' });
}
