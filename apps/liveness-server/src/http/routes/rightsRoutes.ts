import { EpochMsSchema, SubjectSchema } from '@huoti/protocol';
import { closeRightsCase, listRightsCases, openRightsCase, readRightsCase } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';
import {
  CaseParamsSchema,
  RightsCaseSchema,
  rightsCaseView,
  RightsKindSchema,
  RightsStateSchema,
} from './rightsSchemas.js';

const BODY_BYTES = 4_096;
const strict = { additionalProperties: false } as const;

const OpenSchema = Type.Object(
  {
    subject: SubjectSchema,
    kind: RightsKindSchema,
    receivedAtMs: Type.Optional(
      Type.Integer({ ...EpochMsSchema, description: 'When the request came; not after now. Default: now' }),
    ),
  },
  strict,
);
const ListQuerySchema = Type.Object(
  {
    subject: Type.Optional(SubjectSchema),
    kind: Type.Optional(RightsKindSchema),
    state: Type.Optional(RightsStateSchema),
    limit: Type.Optional(
      Type.String({ pattern: '^(?:[1-9][0-9]?|[1-4][0-9]{2}|500)$', description: '1 to 500, default 100' }),
    ),
  },
  strict,
);
const CloseSchema = Type.Object(
  {
    outcome: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
    note: Type.Optional(
      Type.String({ maxLength: 1000, description: 'Why, or what was done; needed to refuse and to correct' }),
    ),
  },
  strict,
);

/** Requests of people as cases. The caller is known by here. */
export const rightsRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }] };

  app.post(
    '/v1/rights-requests',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'A person asks: open a case. While one of the same kind is open, that one is the answer',
        body: OpenSchema,
        response: {
          200: described(RightsCaseSchema, 'It is open already'),
          201: described(RightsCaseSchema, 'The case, with its due date'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const answer = await openRightsCase(context, { ...request.body, clientId, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const body = rightsCaseView(context, answer.rightsCase);
      return respond(request, reply, { ok: true, body }, { status: answer.isNew ? 201 : 200 });
    },
  );

  app.get(
    '/v1/rights-requests',
    {
      schema: {
        ...shared,
        summary: "The caller's own cases, the earliest due first",
        querystring: ListQuerySchema,
        response: {
          200: described(
            Type.Object({ cases: Type.Array(RightsCaseSchema, { maxItems: 500 }) }, strict),
            'At most `limit`',
          ),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { limit, ...filter } = request.query;
      const answer = await listRightsCases(context, {
        ...filter,
        clientId,
        ...(limit === undefined ? {} : { limit: Number(limit) }),
      });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const cases = answer.cases.map((row) => rightsCaseView(context, row));
      return respond(request, reply, { ok: true, body: { cases } });
    },
  );

  app.get(
    '/v1/rights-requests/:caseId',
    {
      schema: {
        ...shared,
        summary: 'One case',
        params: CaseParamsSchema,
        response: { 200: described(RightsCaseSchema, 'The case'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const answer = await readRightsCase(context, { caseId: request.params.caseId, clientId });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: rightsCaseView(context, answer.rightsCase) });
    },
  );

  app.post(
    '/v1/rights-requests/:caseId/close',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'Answer a case, once; `done` also restricts, withdraws or deletes, as it asks',
        params: CaseParamsSchema,
        body: CloseSchema,
        response: {
          200: described(RightsCaseSchema, 'The case; `running` while a deletion goes on'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const { caseId } = request.params;
      const answer = await closeRightsCase(context, {
        ...request.body,
        ...{ caseId, clientId, actor: `key:${keyId}` },
      });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return respond(request, reply, { ok: true, body: rightsCaseView(context, answer.rightsCase) });
    },
  );
};
