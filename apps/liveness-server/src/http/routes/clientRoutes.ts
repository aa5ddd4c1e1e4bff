import {
  BeginRequestSchema,
  BeginResponseSchema,
  CompleteRequestSchema,
  ConsentRequestSchema,
  ConsentResponseSchema,
  OutcomeRequestSchema,
  RevealRequestSchema,
  RevealResponseSchema,
  SessionViewSchema,
} from '@huoti/protocol';
import { beginPlan, completeSession, recordConsent, reportOutcome, revealStep } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { AppOptions } from '../AppOptions.js';
import { countDecision } from '../../metrics/countDecision.js';
import { respond } from '../respond.js';
import { described, REFUSALS, SessionParamsSchema } from '../schemas.js';

/** The largest body of JSON that a client sends is a begin with its host facts, under 2 KB. */
const BODY_BYTES = 8_192;

const CLIENT = { tags: ['client'], security: [{ dpop: [] }], params: SessionParamsSchema };

/** One session, carried through by its own client: consent, plan, steps, completion. The caller is known by here. */
export const clientRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context' | 'metrics'>> = async (
  app,
  { context, metrics },
) => {
  app.post(
    '/v1/sessions/:sessionId/consent',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: 'Record what the person agreed to',
        body: ConsentRequestSchema,
        response: { 200: described(ConsentResponseSchema, 'The receipt'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      return respond(request, reply, await recordConsent(context, { sessionId, request: request.body }));
    },
  );

  app.post(
    '/v1/sessions/:sessionId/plan',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: 'Begin: draw the plan and hand out its signed head',
        body: BeginRequestSchema,
        response: { 200: described(BeginResponseSchema, 'The signed plan'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const answer = await beginPlan(context, { sessionId, request: request.body });
      if (!answer.ok && answer.refusal.code === 'TOO_MANY_ATTEMPTS') metrics.attemptsRefused.inc();
      return respond(request, reply, answer);
    },
  );

  app.post(
    '/v1/sessions/:sessionId/steps',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: 'Commit the chunk that was recorded, learn what comes next',
        body: RevealRequestSchema,
        response: {
          200: described(RevealResponseSchema, 'The next step, or which pictures to send'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      return respond(request, reply, await revealStep(context, { sessionId, request: request.body }));
    },
  );

  app.post(
    '/v1/sessions/:sessionId/complete',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: 'Submit the evidence, once and for good',
        body: CompleteRequestSchema,
        response: { 200: described(SessionViewSchema, 'The session, completed'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      return respond(request, reply, await completeSession(context, { sessionId, request: request.body }));
    },
  );

  app.post(
    '/v1/sessions/:sessionId/outcome',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...CLIENT,
        summary: 'Report an outcome, at evidence level none',
        body: OutcomeRequestSchema,
        response: { 200: described(SessionViewSchema, 'The session, decided as device-only'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      const { clientSession, body } = request;
      const answer = await reportOutcome(context, { sessionId, request: body });
      // The same outcome again is the same decision: it was counted.
      if (answer.ok && clientSession !== null && clientSession.state !== 'decided') {
        const reason = answer.body.outcome?.status === 'failed' ? 'failed' : null;
        countDecision(metrics, clientSession, { verified: false, reason, assurance: 'device-only' });
      }
      return respond(request, reply, answer);
    },
  );
};
