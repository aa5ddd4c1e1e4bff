import type { FastifyRequest } from 'fastify';

const CASE = /^[A-Za-z0-9_-]{22}$/;

/** The case that the path names; `null` where it names none. */
export function caseIdOf({ params }: FastifyRequest): string | null {
  const { id } = params as { id: string };
  return CASE.test(id) ? id : null;
}
