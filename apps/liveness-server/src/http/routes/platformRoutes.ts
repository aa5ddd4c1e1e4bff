import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  PlatformBeginRequestSchema,
  PlatformBeginResponseSchema,
  PlatformCompleteRequestSchema,
  SessionViewSchema,
} from '@huoti/protocol';
import { beginPlatform, completePlatform } from '@huoti/server';
import type { AppOptions } from '../AppOptions.js';
import { respond } from '../respond.js';
import { described, REFUSALS, SessionParamsSchema } from '../schemas.js';

/** Host facts, under 2 KB. */
const BODY_BYTES = 4_096;

const CLIENT = { tags: ['client'], security: [{ dpop: [] }], params: SessionParamsSchema };

/** One session that a platform decides, carried through by its own client. The caller is known by here. */
export const platformRoutes: FastifyPluginAsyncTypebox<
  Pick<AppOptions, 'context' | 'metrics' | 'verifier'>
> = async (app, { context, metrics, verifier = null }) => {
  app.post(
    '/v1/sessions/:sessionId/platform',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: "Begin a session that a platform decides: the platform's id of the verification",
        body: PlatformBeginRequestSchema,
        response: { 200: described(PlatformBeginResponseSchema, "The platform's id"), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const answer = await beginPlatform(context, { sessionId, request: request.body, verifier });
      if (!answer.ok && answer.refusal.code === 'TOO_MANY_ATTEMPTS') metrics.attemptsRefused.inc();
      return respond(request, reply, answer);
    },
  );

  app.post(
    '/v1/sessions/:sessionId/platform/complete',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: "The person is back from the platform's screen: the service asks the platform itself",
        body: PlatformCompleteRequestSchema,
        response: { 200: described(SessionViewSchema, 'The session, completed or decided'), ...REFUSALS },
      },
    },
    async (request, reply) =>
      respond(request, reply, await completePlatform(context, { sessionId: request.params.sessionId })),
  );
};
