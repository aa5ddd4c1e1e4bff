import {
  GuardianConsentListSchema,
  GuardianConsentRequestSchema,
  GuardianConsentResponseSchema,
  IdentifierSchema,
  SubjectSchema,
} from '@huoti/protocol';
import { listGuardianConsents, recordGuardianConsent, withdrawGuardianConsent } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';

const BODY_BYTES = 4_096;
const strict = { additionalProperties: false } as const;

/** What guardians consented to in writing for minors. The caller is known by here. */
export const guardianRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }] };
  const url = '/v1/guardian-consents';

  app.post(
    url,
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: "Record a guardian's written consent for a minor; a session of the minor names its receipt",
        body: GuardianConsentRequestSchema,
        response: { 201: described(GuardianConsentResponseSchema, 'The receipt'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const answer = await recordGuardianConsent(context, {
        clientId,
        request: request.body,
        actor: `key:${keyId}`,
      });
      return respond(request, reply, answer, { status: 201 });
    },
  );

  app.get(
    url,
    {
      schema: {
        ...shared,
        summary: 'All that guardians consented to for a minor, oldest first',
        querystring: Type.Object({ subject: SubjectSchema }, strict),
        response: {
          200: described(GuardianConsentListSchema, 'Those that were taken back or have run out, too'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { subject } = request.query;
      return respond(request, reply, await listGuardianConsents(context, { clientId, subject }));
    },
  );

  app.delete(
    `${url}/:receiptId`,
    {
      schema: {
        ...shared,
        summary: 'A guardian takes a consent back: what leans on it ends, and its evidence is deleted',
        params: Type.Object({ receiptId: IdentifierSchema }, strict),
        response: { 204: described(Type.Null(), 'It is taken back'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { receiptId } = request.params;
      const answer = await withdrawGuardianConsent(context, { clientId, receiptId, actor: `key:${keyId}` });
      return respond(request, reply, answer.ok ? { ok: true, body: undefined } : answer, { status: 204 });
    },
  );
};
