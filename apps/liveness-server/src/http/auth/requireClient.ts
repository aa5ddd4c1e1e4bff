import { authenticateClient, dpopNonce, type ServerContext, type SessionRow } from '@huoti/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limiter } from '../createLimiter.js';
import { sendRefusal } from '../sendRefusal.js';
import { sessionIdOf } from './sessionIdOf.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session as it was when its client was let in; set by `requireClient`. */
    clientSession: SessionRow | null;
  }
}

/** The proof header; a request with several of them has none. */
function proofOf({ headers }: FastifyRequest): string | undefined {
  return typeof headers.dpop === 'string' ? headers.dpop : undefined;
}

/** The URL as the client calls it: its origin comes from the configuration, since a proxy or a caller may write any `Host`. */
export function publicUrlOf({ settings }: Pick<ServerContext, 'settings'>, request: FastifyRequest): string {
  return new URL(settings.issuer).origin + (request.url.split('?', 1)[0] ?? '');
}

/**
 * Lets in the client of the path's session, before its body is read. Every answer, a refusal too, carries the nonce for the
 * next proof.
 *
 * @example app.addHook('onRequest', requireClient({ context, limiter }));
 */
export function requireClient({ context, limiter }: { context: ServerContext; limiter: Limiter }) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    reply.header('dpop-nonce', dpopNonce(context));
    const { authorization } = request.headers;
    const client = await authenticateClient(context, {
      sessionId: sessionIdOf(request),
      authorization,
      proof: proofOf(request),
      method: request.method,
      url: publicUrlOf(context, request),
    });
    if (!client.ok) return sendRefusal(request, reply, client.refusal, 'DPoP');
    request.clientSession = client.session;
    const exceeded = await limiter(request);
    return exceeded === null ? undefined : sendRefusal(request, reply, exceeded);
  };
}
