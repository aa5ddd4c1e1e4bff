import type { FastifyReply } from 'fastify';
import type { Markup } from '../markup/markup.js';

/** Sends a page. */
export function sendPage(reply: FastifyReply, page: Markup, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page.html);
}
