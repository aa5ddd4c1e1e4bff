import { deleteReference, revokeTemplate } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { ReferenceParamsSchema, ReferenceSchema } from './referenceSchemas.js';
import { sendRefusal } from '../sendRefusal.js';

/** What is kept of enrolled faces, and its end. The caller is known by here. */
export const referenceRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }], params: ReferenceParamsSchema };
  const url = '/v1/references/:referenceId';

  app.get(
    url,
    {
      schema: {
        ...shared,
        summary: 'What is kept of an enrolled face, without the face',
        response: { 200: described(ReferenceSchema, 'The reference'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { referenceId } = request.params;
      const row = await context.store.transaction((tx) => tx.references.get(clientId, referenceId));
      if (row === null)
        return sendRefusal(request, reply, {
          code: 'NOT_FOUND',
          detail: 'there is no reference of that id',
          retryable: false,
        });
      const { id, subject, model, createdAtMs, replacedAtMs, expiresAtMs } = row;
      return respond(request, reply, {
        ok: true,
        body: { id, subject, model, createdAtMs, replacedAtMs, expiresAtMs },
      });
    },
  );

  app.delete(
    url,
    {
      schema: {
        ...shared,
        summary: 'Delete an enrolled face for good',
        response: { 204: described(Type.Null(), 'It is gone'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { referenceId } = request.params;
      const answer = await deleteReference(context, { clientId, id: referenceId, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: undefined }, { status: 204 });
    },
  );

  app.post(
    `${url}/revoke`,
    {
      schema: {
        ...shared,
        summary: 'Put the stored template under a new key, so that a copy of the old one matches nothing',
        response: {
          204: described(Type.Null(), 'The old template is worthless; the face is still enrolled'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { referenceId } = request.params;
      const answer = await revokeTemplate(context, { clientId, id: referenceId, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: undefined }, { status: 204 });
    },
  );
};
