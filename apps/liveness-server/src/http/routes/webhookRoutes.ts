import { EpochMsSchema, IdentifierSchema } from '@huoti/protocol';
import { disableWebhook, listDeadWebhooks, redeliverWebhook, registerWebhook } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';

const BODY_BYTES = 4_096;
const strict = { additionalProperties: false } as const;
const epochOrNull = Type.Union([EpochMsSchema, Type.Null()]);

const RegisterSchema = Type.Object({ url: Type.String({ minLength: 8, maxLength: 2_048 }) }, strict);
const RegisteredSchema = Type.Object(
  { endpointId: IdentifierSchema, secret: Type.String({ pattern: '^whsec_[A-Za-z0-9+/]+={0,2}$' }) },
  strict,
);
const EndpointsSchema = Type.Object(
  {
    endpoints: Type.Array(
      Type.Object(
        {
          endpointId: IdentifierSchema,
          url: Type.String({ maxLength: 2_048 }),
          createdAtMs: EpochMsSchema,
          disabledAtMs: epochOrNull,
        },
        strict,
      ),
    ),
  },
  strict,
);
const DeadLettersSchema = Type.Object(
  {
    deliveries: Type.Array(
      Type.Object(
        {
          deliveryId: IdentifierSchema,
          endpointId: IdentifierSchema,
          sessionId: IdentifierSchema,
          event: Type.String({ maxLength: 40 }),
          tries: Type.Integer({ minimum: 0 }),
          lastAnswer: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
          createdAtMs: EpochMsSchema,
        },
        strict,
      ),
      { maxItems: 200 },
    ),
  },
  strict,
);

/** Where notices go, and those that were given up. The caller is known by here. */
export const webhookRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }] };

  app.post(
    '/v1/webhooks',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'Register an endpoint; its secret is shown once',
        body: RegisterSchema,
        response: { 201: described(RegisteredSchema, 'Signed as Standard Webhooks has it'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { url } = request.body;
      const answer = await registerWebhook(context, { clientId, url, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const { endpointId, secret } = answer;
      return respond(request, reply, { ok: true, body: { endpointId, secret } }, { status: 201 });
    },
  );

  app.get(
    '/v1/webhooks',
    {
      schema: {
        ...shared,
        summary: "The caller's own endpoints",
        response: { 200: described(EndpointsSchema, 'Without their secrets'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const rows = await context.store.transaction((tx) => tx.webhooks.listEndpoints(clientId));
      const endpoints = rows.map(({ id, url, createdAtMs, disabledAtMs }) => ({
        endpointId: id,
        url,
        createdAtMs,
        disabledAtMs,
      }));
      return respond(request, reply, { ok: true, body: { endpoints } });
    },
  );

  app.delete(
    '/v1/webhooks/:endpointId',
    {
      schema: {
        ...shared,
        summary: 'Disable an endpoint; notices that wait for it are not sent',
        params: Type.Object({ endpointId: IdentifierSchema }, strict),
        response: { 204: described(Type.Null(), 'It is disabled'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { endpointId } = request.params;
      const answer = await disableWebhook(context, { clientId, endpointId, actor: `key:${keyId}` });
      return respond(request, reply, answer.ok ? { ok: true, body: undefined } : answer, { status: 204 });
    },
  );

  app.get(
    '/v1/webhooks/dead-letters',
    {
      schema: {
        ...shared,
        summary: 'Notices that were given up, newest first',
        response: { 200: described(DeadLettersSchema, 'At most 200'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const answer = await listDeadWebhooks(context, { clientId, limit: 200 });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const deliveries = answer.deliveries.map(
        ({ id, endpointId, sessionId, event, tries, lastAnswer, createdAtMs }) => ({
          deliveryId: id,
          endpointId,
          sessionId,
          event,
          tries,
          lastAnswer,
          createdAtMs,
        }),
      );
      return respond(request, reply, { ok: true, body: { deliveries } });
    },
  );

  app.post(
    '/v1/webhooks/dead-letters/:deliveryId/redeliver',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'Send a notice that was given up once more',
        params: Type.Object({ deliveryId: IdentifierSchema }, strict),
        response: {
          202: described(Type.Object({ deliveryId: IdentifierSchema }, strict), 'It will be sent'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { deliveryId } = request.params;
      const answer = await redeliverWebhook(context, { clientId, deliveryId, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: { deliveryId } }, { status: 202 });
    },
  );
};
