import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { formHolds } from '../http/formHolds.js';
import { formOf } from '../http/formOf.js';
import { sendPage } from '../http/sendPage.js';
import type { MessageKey } from '../language/Language.js';
import { say } from '../language/say.js';
import { messagePage } from '../pages/messagePage.js';
import { lookAtPicture, type LookRefusal } from '../pictures/lookAtPicture.js';
import { signedIn } from './signedIn.js';

const REFUSALS: Readonly<Record<LookRefusal, readonly [number, MessageKey]>> = {
  form: [403, 'refused.post'],
  role: [403, 'refused.role'],
  reason: [400, 'pictures.why.reason'],
  gone: [404, 'pictures.why.gone'],
  unreadable: [422, 'pictures.why.unreadable'],
};

/** One look at one picture. A post, so that no link, no reload and no prefetch looks by itself. */
export function pictureRoute(scope: FastifyInstance, parts: ConsoleParts): void {
  scope.post(
    '/sessions/:id/pictures/:name',
    signedIn(parts, async ({ request, reply, visitor, view }) => {
      const { id, name } = request.params as { id: string; name: string };
      const look = await lookAtPicture(parts.context, {
        operator: visitor.operator,
        sessionId: id,
        name,
        formHolds: formHolds(request, visitor),
        reason: formOf(request).get('reason') ?? '',
      });
      if (look.ok) {
        return reply
          .type('image/jpeg')
          .header('content-disposition', `inline; filename="${name}.jpg"`)
          .send(Buffer.from(look.jpeg));
      }
      const [status, key] = REFUSALS[look.why];
      const title = say(view.language, 'refused.title');
      return sendPage(reply, messagePage(view, { title, text: say(view.language, key) }), status);
    }),
  );
}
