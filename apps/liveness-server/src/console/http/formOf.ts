import type { FastifyRequest } from 'fastify';

/** The fields of a posted form; none where the body is no form. */
export function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}
