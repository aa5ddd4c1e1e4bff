import { Readable } from 'node:stream';
import { NOTICE_LANGUAGES } from '@huoti/privacy';
import { exportArchive, exportPortable } from '@huoti/server';
import type { FastifyInstance } from 'fastify';
import type { ConsoleParts } from '../ConsoleParts.js';
import { asReviewer } from '../rights/asReviewer.js';
import { caseIdOf } from '../rights/caseIdOf.js';
import { faultWords } from '../rights/faultWords.js';
import { sendCase } from '../rights/sendCase.js';

const attachment = (name: string): string => `attachment; filename="${name}"`;

function parseKey(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Files that a reviewer takes for a person. A post, so that no link and no prefetch makes one by itself. */
export function rightsFileRoutes(scope: FastifyInstance, parts: ConsoleParts): void {
  const { context } = parts;

  scope.post(
    '/rights/:id/archive',
    asReviewer(parts, async ({ request, reply, view, form, actor }) => {
      const id = caseIdOf(request);
      const language = NOTICE_LANGUAGES.find((one) => one === form.get('language'));
      const answer = await exportArchive(context, {
        ...{ caseId: id ?? '', actor },
        ...(language === undefined ? {} : { language }),
      });
      if (!answer.ok) {
        const { status, text } = faultWords(view.language, answer.refusal);
        return sendCase(parts, { reply, view, id }, { fault: text }, status);
      }
      const { fileName, pieces } = answer.archive;
      return reply
        .type('application/zip')
        .header('content-disposition', attachment(fileName))
        .send(Readable.from(pieces, { objectMode: false }));
    }),
  );

  scope.post(
    '/rights/:id/portable',
    asReviewer(parts, async ({ request, reply, view, form, actor }) => {
      const id = caseIdOf(request);
      const recipient = parseKey(form.get('recipient') ?? '');
      const answer = await exportPortable(context, { caseId: id ?? '', recipient, actor });
      if (!answer.ok) {
        const instead = { INVALID_ARGUMENT: 'case.fault.recipient' } as const;
        const { status, text } = faultWords(view.language, answer.refusal, instead);
        return sendCase(parts, { reply, view, id }, { fault: text }, status);
      }
      return reply
        .type('application/jose')
        .header('content-disposition', attachment(`huoti-${id ?? ''}.jwe`))
        .send(answer.document);
    }),
  );
}
