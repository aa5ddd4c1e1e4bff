import { SessionViewSchema } from '@huoti/protocol';
import { viewSession } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { AppOptions } from '../AppOptions.js';
import type { requireBackend } from '../auth/requireBackend.js';
import type { requireClient } from '../auth/requireClient.js';
import { respond } from '../respond.js';
import { described, REFUSALS, SessionParamsSchema } from '../schemas.js';

/** The one path that both kinds of callers may ask: where a session stands. */
export const viewRoute: FastifyPluginAsyncTypebox<
  Pick<AppOptions, 'context'> & {
    asClient: ReturnType<typeof requireClient>;
    asBackend: ReturnType<typeof requireBackend>;
  }
> = async (app, { context, asClient, asBackend }) => {
  app.get(
    '/v1/sessions/:sessionId',
    {
      onRequest: (request, reply) =>
        /^bearer /i.test(request.headers.authorization ?? '')
          ? asBackend(request, reply)
          : asClient(request, reply),
      schema: {
        tags: ['client', 'backend'],
        security: [{ dpop: [] }, { apiKey: [] }],
        summary: 'Where a session stands, as its client may know it',
        params: SessionParamsSchema,
        response: { 200: described(SessionViewSchema, 'The session'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const { backend } = request;
      const options = backend === null ? { sessionId } : { sessionId, clientId: backend.clientId };
      return respond(request, reply, await viewSession(context, options));
    },
  );
};
