import type { Answer } from '@huoti/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AuthScheme, sendRefusal } from './sendRefusal.js';

/** What {@link respond} takes. */
export interface RespondOptions {
  /** Of an answer. @default 200 */
  readonly status?: number;
  /** How the caller proves who it is, for a 401. */
  readonly scheme?: AuthScheme;
}

/**
 * An answer of `@huoti/server` as HTTP: its body, or a problem.
 *
 * @example return respond(request, reply, await beginPlan(context, { sessionId, request: body }));
 */
export function respond<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer<{ body: T }>,
  { status = 200, scheme }: RespondOptions = {},
): FastifyReply {
  if (!answer.ok) return sendRefusal(request, reply, answer.refusal, scheme);
  return reply.code(status).send(answer.body);
}
