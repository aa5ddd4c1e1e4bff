import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { queryOf } from '../http/queryOf.js';
import { sendPage } from '../http/sendPage.js';
import { say } from '../language/say.js';
import { messagePage } from '../pages/messagePage.js';
import { CASE_STEPS } from '../pages/rights/confirmSection.js';
import { caseIdOf } from '../rights/caseIdOf.js';
import { sendCase } from '../rights/sendCase.js';
import { sendCases } from '../rights/sendCases.js';
import { parseRightsQuery } from '../views/rights/parseRightsQuery.js';
import { signedIn } from './signedIn.js';

/** What was done before a page, told once. */
const DID = ['opened', 'closed', 'deleting', 'corrected', 'lifted'] as const;

/** What people ask: the list, and one request. They show and change nothing. */
export function rightsPageRoutes(scope: FastifyInstance, parts: ConsoleParts): void {
  scope.get(
    '/rights',
    signedIn(parts, async ({ request, reply, view }) => {
      const query = parseRightsQuery(queryOf(request));
      if (query === null) {
        const [title, text] = [say(view.language, 'bad.title'), say(view.language, 'bad.body')];
        return sendPage(reply, messagePage(view, { title, text }), 400);
      }
      return sendCases(parts, { reply, view }, { query });
    }),
  );

  scope.get(
    '/rights/:id',
    signedIn(parts, async ({ request, reply, view, visitor }) => {
      const query = queryOf(request);
      const isReviewer = visitor.operator.role === 'reviewer';
      const step = CASE_STEPS.find((one) => isReviewer && one === query.get('step')) ?? null;
      const did = DID.find((one) => one === query.get('did'));
      return sendCase(
        parts,
        { reply, view, id: caseIdOf(request) },
        { step, did: did === undefined ? null : say(view.language, `case.did.${did}`) },
      );
    }),
  );
}
