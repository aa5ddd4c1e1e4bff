import type { FastifyReply } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { sendPage } from '../http/sendPage.js';
import type { PageView } from '../pages/PageView.js';
import { rightsPage } from '../pages/rights/rightsPage.js';
import { dayOf } from '../views/rights/dayOf.js';
import { loadRightsAlarm } from '../views/rights/loadRightsAlarm.js';
import { loadRightsList } from '../views/rights/loadRightsList.js';
import type { RightsQuery } from '../views/rights/RightsQuery.js';

/** Sends the list as it stands now. */
export async function sendCases(
  { context }: ConsoleParts,
  { reply, view }: { reply: FastifyReply; view: PageView },
  { query, fault, status = 200 }: { query: RightsQuery; fault?: string; status?: number },
): Promise<FastifyReply> {
  const page = rightsPage(view, {
    list: await loadRightsList(context, query),
    alarm: await loadRightsAlarm(context),
    query,
    today: dayOf(context.settings.privacy, context.time.nowMs()),
    ...(fault === undefined ? {} : { fault }),
  });
  return sendPage(reply, page, status);
}
