import { Readable } from 'node:stream';
import { NOTICE_LANGUAGES } from '@huoti/privacy';
import { exportArchive } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';
import { CaseParamsSchema } from './rightsSchemas.js';

const QuerySchema = Type.Object(
  {
    language: Type.Optional(
      Type.Union(
        NOTICE_LANGUAGES.map((one) => Type.Literal(one as (typeof NOTICE_LANGUAGES)[number])),
        { description: "Of the page that the person opens. Default: that of the person's last consent" },
      ),
    ),
  },
  { additionalProperties: false },
);

/** Sent as it is made: no serializer sees it. */
const ZIP = { type: 'string', contentMediaType: 'application/zip' } as const;

/** Everything that is kept of a person, as a file to hand over. It is made while it is sent and lies nowhere here. */
export const rightsArchiveRoute: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  app.get(
    '/v1/rights-requests/:caseId/archive',
    {
      schema: {
        tags: ['backend'],
        security: [{ apiKey: [] }],
        summary: 'The archive of a case of the kind access or portability, a zip',
        params: CaseParamsSchema,
        querystring: QuerySchema,
        response: {
          200: {
            description: 'index.html for the person, data.json, portable.json, pictures/, trace/',
            content: { 'application/zip': { schema: ZIP } },
          },
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { language } = request.query;
      const answer = await exportArchive(context, {
        ...{ caseId: request.params.caseId, clientId, actor: `key:${keyId}` },
        ...(language === undefined ? {} : { language }),
      });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const { fileName, pieces } = answer.archive;
      return reply
        .code(200)
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(Readable.from(pieces, { objectMode: false }));
    },
  );
};
