import { AGE_BANDS, RIGHTS_KINDS } from '@huoti/protocol';
import {
  closeRightsCase,
  correctSubject,
  liftRestriction,
  openRightsCase,
  readRightsCase,
} from '@huoti/server';
import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { say } from '../language/say.js';
import { asReviewer, type ReviewerVisit } from '../rights/asReviewer.js';
import { caseIdOf } from '../rights/caseIdOf.js';
import { faultWords } from '../rights/faultWords.js';
import { sendCase } from '../rights/sendCase.js';
import { sendCases } from '../rights/sendCases.js';
import { dayStartOf } from '../views/rights/dayOf.js';

const CLIENT = /^[A-Za-z0-9._@-]{1,128}$/;

/** What a reviewer does about requests. Each is a form of a page, and each is written down by what does it. */
export function rightsActRoutes(scope: FastifyInstance, parts: ConsoleParts): void {
  const { context } = parts;
  const whoOf = async ({ request }: ReviewerVisit) => {
    const caseId = caseIdOf(request);
    const found = caseId === null ? null : await readRightsCase(context, { caseId });
    return found?.ok === true ? found.rightsCase : null;
  };
  const done = ({ reply }: ReviewerVisit, id: string, did: string) =>
    reply.redirect(`${CONSOLE_PATH}/rights/${id}?did=${did}`, 303);

  scope.post(
    '/rights',
    asReviewer(parts, async (visit) => {
      const { reply, view, form, actor } = visit;
      const [clientId, subject] = [form.get('client') ?? '', form.get('subject') ?? ''];
      const kind = RIGHTS_KINDS.find((one) => one === form.get('kind'));
      const startMs = dayStartOf(context.settings.privacy, form.get('day') ?? '');
      const refuse = (text: string, status: number) =>
        sendCases(parts, { reply, view }, { query: { state: 'pending' }, fault: text, status });
      if (kind === undefined || startMs === null || !CLIENT.test(clientId)) {
        return refuse(say(view.language, 'case.fault.day'), 400);
      }
      const opened = await openRightsCase(context, { clientId, subject, kind, receivedAtMs: startMs, actor });
      if (!opened.ok) {
        const { text, status } = faultWords(view.language, opened.refusal, {
          INVALID_ARGUMENT: 'case.fault.day',
        });
        return refuse(text, status);
      }
      return done(visit, opened.rightsCase.id, 'opened');
    }),
  );

  scope.post(
    '/rights/:id/close',
    asReviewer(parts, async (visit) => {
      const { reply, view, form, actor } = visit;
      const row = await whoOf(visit);
      const outcome = form.get('outcome') === 'done' ? 'done' : 'refused';
      const isDeletion = row?.kind === 'delete' && outcome === 'done';
      const refuse = (fault: string, status: number) =>
        sendCase(parts, { reply, view, id: row?.id ?? null }, { step: outcome, fault }, status);
      if (row === null) return refuse('', 404);
      // Typed, not pasted from a habit: the last thing between a wrong line of the list and a person's data.
      if (isDeletion && (form.get('subject') ?? '') !== row.subject) {
        return refuse(say(view.language, 'case.fault.subject'), 400);
      }
      const note = isDeletion ? null : form.get('note');
      const answer = await closeRightsCase(context, { caseId: row.id, outcome, note, actor });
      if (!answer.ok) {
        const { text, status } = faultWords(view.language, answer.refusal);
        return refuse(text, status);
      }
      return done(visit, row.id, isDeletion ? 'deleting' : 'closed');
    }),
  );

  scope.post(
    '/rights/:id/correct',
    asReviewer(parts, async (visit) => {
      const { reply, view, form, actor } = visit;
      const row = await whoOf(visit);
      const ageBand = AGE_BANDS.find((one) => one === form.get('age'));
      const isOpen = row?.kind === 'correct' && row.state === 'open';
      if (row === null || row.subject === null || !isOpen || ageBand === undefined) {
        const fault = say(view.language, 'case.fault.conflict');
        return sendCase(parts, { reply, view, id: row?.id ?? null }, { fault }, 409);
      }
      const { clientId, subject } = row;
      const answer = await correctSubject(context, { clientId, subject, ageBand, actor });
      if (answer.ok) return done(visit, row.id, 'corrected');
      const { text, status } = faultWords(view.language, answer.refusal);
      return sendCase(parts, { reply, view, id: row.id }, { fault: text }, status);
    }),
  );

  scope.post(
    '/rights/:id/lift',
    asReviewer(parts, async (visit) => {
      const { reply, view, actor } = visit;
      const row = await whoOf(visit);
      if (row === null || row.subject === null) {
        const fault = say(view.language, 'case.fault.gone');
        return sendCase(parts, { reply, view, id: row?.id ?? null }, { fault }, 404);
      }
      const { clientId, subject } = row;
      const answer = await liftRestriction(context, { clientId, subject, actor });
      if (answer.ok) return done(visit, row.id, 'lifted');
      const { text, status } = faultWords(view.language, answer.refusal);
      return sendCase(parts, { reply, view, id: row.id }, { fault: text }, status);
    }),
  );
}
