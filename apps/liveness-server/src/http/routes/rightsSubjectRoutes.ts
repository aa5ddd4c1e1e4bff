import { AGE_BANDS, EpochMsSchema, SubjectSchema } from '@huoti/protocol';
import { correctSubject, liftRestriction, restrictSubject } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';

const BODY_BYTES = 1_024;
const strict = { additionalProperties: false } as const;
const AgeBandSchema = Type.Union(AGE_BANDS.map((one) => Type.Literal(one as (typeof AGE_BANDS)[number])));

/** What is put right or stopped for one person. The caller is known by here; another client's people are unknown to it. */
export const rightsSubjectRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = {
    tags: ['backend'],
    security: [{ apiKey: [] }],
    params: Type.Object({ subject: SubjectSchema }, strict),
  };

  app.patch(
    '/v1/subjects/:subject',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: "Put a person's age band right",
        body: Type.Object({ ageBand: AgeBandSchema }, strict),
        response: {
          200: described(
            Type.Object({ subject: SubjectSchema, ageBand: AgeBandSchema }, strict),
            'As it is kept now',
          ),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { subject } = request.params;
      const { ageBand } = request.body;
      const answer = await correctSubject(context, { clientId, subject, ageBand, actor: `key:${keyId}` });
      return respond(request, reply, answer.ok ? { ok: true, body: { subject, ageBand } } : answer);
    },
  );

  app.put(
    '/v1/subjects/:subject/restriction',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'Stop the use of what is kept of a person; it stays, and still goes at its time',
        response: {
          200: described(Type.Object({ restrictedAtMs: EpochMsSchema }, strict), 'Since when'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { subject } = request.params;
      const answer = await restrictSubject(context, { clientId, subject, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: { restrictedAtMs: answer.restrictedAtMs } });
    },
  );

  app.delete(
    '/v1/subjects/:subject/restriction',
    {
      schema: {
        ...shared,
        summary: 'Allow again what a restriction stopped, at the wish of the person',
        response: { 204: described(Type.Null(), 'There is none (any more)'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { subject } = request.params;
      const answer = await liftRestriction(context, { clientId, subject, actor: `key:${keyId}` });
      return respond(request, reply, answer.ok ? { ok: true, body: undefined } : answer, { status: 204 });
    },
  );
};
