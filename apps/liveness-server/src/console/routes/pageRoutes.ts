import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { queryOf } from '../http/queryOf.js';
import { sendPage } from '../http/sendPage.js';
import { say } from '../language/say.js';
import { auditPage } from '../pages/auditPage.js';
import { messagePage } from '../pages/messagePage.js';
import { overviewPage } from '../pages/overviewPage.js';
import type { PageView } from '../pages/PageView.js';
import { sessionPage } from '../pages/session/sessionPage.js';
import { sessionsPage } from '../pages/sessionsPage.js';
import { loadOverview } from '../views/loadOverview.js';
import { loadSessionDetail } from '../views/loadSessionDetail.js';
import { loadSessionPage } from '../views/loadSessionPage.js';
import { loadRightsAlarm } from '../views/rights/loadRightsAlarm.js';
import { parseOverviewQuery } from '../views/parseOverviewQuery.js';
import { parseSessionQuery } from '../views/parseSessionQuery.js';
import { signedIn } from './signedIn.js';

/** Entries of the audit log on its page. */
const AUDIT_LIMIT = 200;
const SESSION = /^[A-Za-z0-9_-]{22}$/;
const ACTION = /^[a-z][a-z-]{0,39}$/;

const unread = (reply: FastifyReply, view: PageView): FastifyReply => {
  const { language } = view;
  return sendPage(
    reply,
    messagePage(view, { title: say(language, 'bad.title'), text: say(language, 'bad.body') }),
    400,
  );
};

/** The pages that show and change nothing. */
export function pageRoutes(scope: FastifyInstance, parts: ConsoleParts): void {
  const { context } = parts;

  scope.get(
    '/',
    signedIn(parts, async ({ request, reply, view }) => {
      const query = parseOverviewQuery(queryOf(request));
      if (query === null) return unread(reply, view);
      const overview = await loadOverview(context, query);
      const lateMs = context.settings.limits.judgeAgainAfterMs;
      const alarm = await loadRightsAlarm(context);
      return sendPage(reply, overviewPage(view, { overview, query, lateMs, alarm }));
    }),
  );

  scope.get(
    '/sessions',
    signedIn(parts, async ({ request, reply, view }) => {
      const query = parseSessionQuery(queryOf(request));
      if (query === null) return unread(reply, view);
      return sendPage(reply, sessionsPage(view, await loadSessionPage(context, query), query));
    }),
  );

  scope.get(
    '/sessions/:id',
    signedIn(parts, async ({ request, reply, view }) => {
      const { id } = request.params as { id: string };
      const detail = SESSION.test(id) ? await loadSessionDetail(context, id) : null;
      if (detail === null) {
        reply.callNotFound();
        return reply;
      }
      return sendPage(reply, sessionPage(view, detail));
    }),
  );

  scope.get(
    '/audit',
    signedIn(parts, async ({ request, reply, view, visitor }) => {
      const { language } = view;
      if (visitor.operator.role !== 'reviewer') {
        const [title, text] = [say(language, 'refused.title'), say(language, 'refused.page')];
        return sendPage(reply, messagePage(view, { title, text }), 403);
      }
      const action = queryOf(request).get('action') || undefined;
      if (action !== undefined && !ACTION.test(action)) return unread(reply, view);
      const filter = { limit: AUDIT_LIMIT, ...(action === undefined ? {} : { action }) };
      const found = await context.store.transaction(async ({ audit, operators }) => ({
        rows: await audit.list(filter),
        operators: await operators.list(),
      }));
      return sendPage(reply, auditPage(view, { ...found, action, limit: AUDIT_LIMIT }));
    }),
  );
}
