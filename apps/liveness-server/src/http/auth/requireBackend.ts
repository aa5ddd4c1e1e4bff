import { type ApiCaller, type ApiScope, authenticateApiKey, type ServerContext } from '@huoti/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limiter } from '../createLimiter.js';
import { sendRefusal } from '../sendRefusal.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `requireBackend`, on the routes behind it. */
    backend: ApiCaller | null;
  }
}

/**
 * Lets in who holds an API key with the right scope, before the body is read.
 *
 * @example app.addHook('onRequest', requireBackend({ context, limiter, scope: 'sessions' }));
 */
export function requireBackend({
  context,
  limiter,
  scope,
}: {
  context: ServerContext;
  limiter: Limiter;
  scope: ApiScope;
}) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { authorization } = request.headers;
    const key = await authenticateApiKey(context, { authorization, scope });
    if (!key.ok) return sendRefusal(request, reply, key.refusal, 'Bearer');
    request.backend = key.caller;
    const exceeded = await limiter(request);
    return exceeded === null ? undefined : sendRefusal(request, reply, exceeded);
  };
}
