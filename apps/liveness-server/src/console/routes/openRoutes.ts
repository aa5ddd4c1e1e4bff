import type { FastifyInstance } from 'fastify';
import { ASSETS } from '../assets/assets.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { localPath } from '../http/localPath.js';
import { queryOf } from '../http/queryOf.js';
import { languageCookie } from '../language/languageCookie.js';
import { LANGUAGES } from '../language/languages.js';

/** What needs no sign-in: style, script and sign of the console, and its language switch. */
export function openRoutes(scope: FastifyInstance): void {
  for (const { path, type, text } of Object.values(ASSETS)) {
    scope.get(path.slice(CONSOLE_PATH.length), async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(text),
    );
  }

  scope.get('/language', async (request, reply) => {
    const query = queryOf(request);
    const chosen = LANGUAGES.find(({ locale }) => locale === query.get('to'));
    if (chosen !== undefined) reply.header('set-cookie', languageCookie.set(request, chosen.locale));
    return reply.redirect(localPath(query.get('back')), 303);
  });
}
