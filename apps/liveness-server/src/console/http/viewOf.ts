import type { FastifyRequest } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { languageCookie } from '../language/languageCookie.js';
import { pickLanguage } from '../language/pickLanguage.js';
import type { PageView } from '../pages/PageView.js';
import type { Visitor } from '../signIn/Visitor.js';

/** What the answer to a request is drawn with. */
export function viewOf(
  { zone }: Pick<ConsoleParts, 'zone'>,
  request: FastifyRequest,
  visitor: Visitor | null = null,
): PageView {
  return {
    language: pickLanguage(languageCookie.read(request), request.headers['accept-language']),
    visitor,
    // An answer to a form has no address that could be opened again.
    address: request.method === 'GET' ? request.url : CONSOLE_PATH,
    zone,
  };
}
