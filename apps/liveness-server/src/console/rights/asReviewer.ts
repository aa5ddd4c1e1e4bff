import type { FastifyReply, RouteHandlerMethod } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { formHolds } from '../http/formHolds.js';
import { formOf } from '../http/formOf.js';
import { sendPage } from '../http/sendPage.js';
import { say } from '../language/say.js';
import { messagePage } from '../pages/messagePage.js';
import { signedIn, type Visit } from '../routes/signedIn.js';

/** What a handler gets that only a reviewer reaches, by a form of this console. */
export interface ReviewerVisit extends Visit {
  readonly form: URLSearchParams;
  /** For the audit log. */
  readonly actor: string;
}

/** A handler for reviewers who posted a form of ours. Everybody else is refused, and whoever is signed in is noted in the audit log. */
export function asReviewer(
  parts: ConsoleParts,
  handle: (visit: ReviewerVisit) => Promise<FastifyReply>,
): RouteHandlerMethod {
  return signedIn(parts, async (visit) => {
    const { request, reply, visitor, view } = visit;
    const { operator } = visitor;
    const actor = `operator:${operator.id}`;
    const why = !formHolds(request, visitor) ? 'form' : operator.role !== 'reviewer' ? 'role' : null;
    if (why === null) return handle({ ...visit, form: formOf(request), actor });
    const row = {
      atMs: parts.context.time.nowMs(),
      actor,
      action: 'rights-refuse',
      object: 'rights',
      facts: { why },
    };
    await parts.context.store.transaction(({ audit }) => audit.append({ ...row, pseudonym: null }));
    const title = say(view.language, 'refused.title');
    const text = say(view.language, why === 'form' ? 'refused.post' : 'refused.role');
    return sendPage(reply, messagePage(view, { title, text }), 403);
  });
}
