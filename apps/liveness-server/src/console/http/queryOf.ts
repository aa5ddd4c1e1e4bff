import type { FastifyRequest } from 'fastify';

/** The query of a request's address, as text; no value is ever an object or a list. */
export function queryOf({ url }: FastifyRequest): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}
