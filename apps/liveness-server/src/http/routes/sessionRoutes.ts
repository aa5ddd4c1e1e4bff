import {
  ASSURANCES,
  CreateSessionRequestSchema,
  CreateSessionResponseSchema,
  EpochMsSchema,
  IdentifierSchema,
  SESSION_STATES,
  SubjectSchema,
} from '@huoti/protocol';
import { issueSession, listSessions, readResult } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS, SessionParamsSchema } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';
import { parseCursor, writeCursor } from './sessionCursor.js';

const BODY_BYTES = 4_096;
const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const literals = <T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])));

const ListQuerySchema = Type.Object(
  {
    subject: Type.Optional(SubjectSchema),
    state: Type.Optional(literals(SESSION_STATES)),
    limit: Type.Optional(
      Type.String({ pattern: '^(?:[1-9][0-9]?|1[0-9]{2}|200)$', description: '1 to 200, default 50' }),
    ),
    before: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,16}\\.[A-Za-z0-9_-]{22}$', description: '`next` of the page before' }),
    ),
  },
  strict,
);

const SessionListSchema = Type.Object(
  {
    sessions: Type.Array(
      Type.Object(
        {
          sessionId: IdentifierSchema,
          subject: orNull(Type.String({ maxLength: 128 })),
          referenceId: orNull(Type.String({ maxLength: 128 })),
          policy: Type.String({ maxLength: 64 }),
          state: literals(SESSION_STATES),
          issuedAtMs: EpochMsSchema,
          decidedAtMs: orNull(EpochMsSchema),
          verdict: orNull(
            Type.Object(
              {
                verified: Type.Boolean(),
                assurance: literals(ASSURANCES),
                reason: orNull(Type.String({ maxLength: 40 })),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
      { maxItems: 200 },
    ),
    /** Where the following page begins; `null` at the end. */
    next: orNull(Type.String({ maxLength: 64 })),
  },
  strict,
);

const PendingSchema = Type.Object({ state: literals(SESSION_STATES) }, strict);
const JwsSchema = Type.String({ pattern: '^[\\w-]+\\.[\\w-]+\\.[\\w-]+$' });

/** Sessions, for the integrator's backend. The caller is known by here. */
export const sessionRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context' | 'metrics'>> = async (
  app,
  { context, metrics },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }] };

  app.post(
    '/v1/sessions',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        ...shared,
        summary: 'Create a session; hand its id and token to the client',
        body: CreateSessionRequestSchema,
        response: {
          201: described(CreateSessionResponseSchema, 'The session and its token, shown once'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const answer = await issueSession(context, { clientId, request: request.body, actor: `key:${keyId}` });
      if (answer.ok) {
        const { name, evidenceLevel } = answer.body.policy;
        metrics.sessionsIssued.inc({ policy: name, level: evidenceLevel });
      } else if (answer.refusal.code === 'TOO_MANY_ATTEMPTS') metrics.attemptsRefused.inc();
      return respond(request, reply, answer, { status: 201 });
    },
  );

  app.get(
    '/v1/sessions',
    {
      schema: {
        ...shared,
        summary: "The caller's own sessions, newest first",
        querystring: ListQuerySchema,
        response: { 200: described(SessionListSchema, 'One page'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { subject, state, limit, before } = request.query;
      const answer = await listSessions(context, {
        clientId,
        ...(subject === undefined ? {} : { subject }),
        ...(state === undefined ? {} : { state }),
        ...(limit === undefined ? {} : { limit: Number(limit) }),
        ...(before === undefined ? {} : { before: parseCursor(before) }),
      });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const { sessions, next } = answer;
      return respond(request, reply, { ok: true, body: { sessions, next: next ? writeCursor(next) : null } });
    },
  );

  app.get(
    '/v1/sessions/:sessionId/result',
    {
      schema: {
        ...shared,
        summary: 'The verdict, signed at each fetch',
        params: SessionParamsSchema,
        response: {
          200: {
            description: 'A compact JWS, typ huoti-result+jwt; its keys stand at /.well-known/jwks.json',
            content: { 'application/jwt': { schema: JwsSchema } },
          },
          202: described(PendingSchema, 'Not decided yet: ask again'),
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { sessionId } = request.params;
      const answer = await readResult(context, { clientId, sessionId });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      if (answer.kind === 'pending') {
        reply.header('retry-after', 1);
        return respond(request, reply, { ok: true, body: { state: answer.state } }, { status: 202 });
      }
      // Text, not JSON: the token as it is.
      return reply.code(200).type('application/jwt').serializer(String).send(answer.jws);
    },
  );
};
