import type { FastifyReply } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { sendPage } from '../http/sendPage.js';
import { casePage, type CasePageOptions } from '../pages/rights/casePage.js';
import type { PageView } from '../pages/PageView.js';
import { loadRightsDetail } from '../views/rights/loadRightsDetail.js';

/** Sends the page of a case as it stands now; 404 where there is none. */
export async function sendCase(
  { context }: ConsoleParts,
  { reply, view, id }: { reply: FastifyReply; view: PageView; id: string | null },
  options: CasePageOptions = {},
  status = 200,
): Promise<FastifyReply> {
  const detail = id === null ? null : await loadRightsDetail(context, id);
  if (detail === null) {
    reply.callNotFound();
    return reply;
  }
  // A step that can't be taken any more asks nothing.
  const isOpen = detail.row.state === 'open';
  const step = options.step === 'lift' || isOpen ? (options.step ?? null) : null;
  return sendPage(reply, casePage(view, detail, { ...options, step }), status);
}
