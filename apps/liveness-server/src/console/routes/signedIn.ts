import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { sendPage } from '../http/sendPage.js';
import { viewOf } from '../http/viewOf.js';
import { say } from '../language/say.js';
import type { PageView } from '../pages/PageView.js';
import { signInPage } from '../pages/signInPage.js';
import { readVisitor } from '../signIn/readVisitor.js';
import { signInCookie } from '../signIn/signInCookie.js';
import type { Visitor } from '../signIn/Visitor.js';

/** What a handler gets that only a signed-in operator reaches. */
export interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitor: Visitor;
  readonly view: PageView;
}

/** A handler behind the sign-in. Whoever is not signed in is shown the form: no handler runs and nothing is read. */
export function signedIn(
  parts: ConsoleParts,
  handle: (visit: Visit) => Promise<FastifyReply>,
): RouteHandlerMethod {
  return async (request, reply) => {
    const visitor = await readVisitor(parts.context, signInCookie.read(request), parts.signInTimes);
    if (visitor !== null) return handle({ request, reply, visitor, view: viewOf(parts, request, visitor) });
    if (request.method === 'GET') {
      const query = new URLSearchParams({ back: request.url }).toString();
      return reply.redirect(`${CONSOLE_PATH}/sign-in?${query}`, 303);
    }
    const view = viewOf(parts, request);
    const note = { text: say(view.language, 'in.needed'), isFault: false };
    return sendPage(reply, signInPage(view, { note, back: CONSOLE_PATH }), 401);
  };
}
