import type { Refusal } from '@huoti/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './toProblem.js';

/** How the two kinds of callers prove who they are, for `WWW-Authenticate`. */
export type AuthScheme = 'Bearer' | 'DPoP';

declare module 'fastify' {
  interface FastifyRequest {
    /** The refusal's code, for the log. */
    refusalCode: string | null;
  }
}

function authenticateHeader({ challenge }: Refusal, scheme: AuthScheme): string {
  if (scheme === 'Bearer') return 'Bearer realm="huoti"';
  const parts = [`DPoP realm="huoti"`, ...(challenge ? [`error="${challenge}"`] : []), 'algs="ES256"'];
  return parts.join(', ');
}

/**
 * Answers with a problem. Nothing of the request is repeated in it.
 *
 * @example return sendRefusal(request, reply, answer.refusal, 'DPoP');
 */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  scheme?: AuthScheme,
): FastifyReply {
  const problem = toProblem(refusal, request.id);
  request.refusalCode = problem.code;
  if (problem.retryAfterS !== undefined) reply.header('retry-after', problem.retryAfterS);
  if (problem.status === 401 && scheme) reply.header('www-authenticate', authenticateHeader(refusal, scheme));
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}
