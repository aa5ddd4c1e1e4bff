import type { FastifyRequest } from 'fastify';

/** The session that the path names; the empty text where it names none. Hooks run before the path is judged by a schema. */
export function sessionIdOf({ params }: FastifyRequest): string {
  if (typeof params !== 'object' || params === null || !('sessionId' in params)) return '';
  return typeof params.sessionId === 'string' ? params.sessionId : '';
}
