import { SESSION_STATES } from '@huoti/protocol';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS, SessionParamsSchema } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';

const strict = { additionalProperties: false } as const;
/** Longest text of a reading, in characters: what was found comes from evidence that anybody may have written. */
const MAX_READING = 2_000;

const ChecksSchema = Type.Object(
  {
    state: Type.Union(SESSION_STATES.map((state) => Type.Literal(state))),
    /** In the order in which they were made; the first that fails decided. Empty before there is a verdict. */
    checks: Type.Array(
      Type.Object(
        {
          name: Type.String({ maxLength: 64 }),
          pass: Type.Boolean(),
          got: Type.String({ maxLength: MAX_READING }),
          expected: Type.String({ maxLength: MAX_READING }),
        },
        strict,
      ),
      { maxItems: 64 },
    ),
  },
  strict,
);

/** What a verdict rests on, for the integrator's backend: never for the person, whom it would teach how to pass. */
export const checksRoute: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  app.get(
    '/v1/sessions/:sessionId/checks',
    {
      schema: {
        tags: ['backend'],
        security: [{ apiKey: [] }],
        summary: 'Every check of the verdict, with what was found and what was expected',
        params: SessionParamsSchema,
        response: { 200: described(ChecksSchema, 'The checks'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId } = backendOf(request);
      const { sessionId } = request.params;
      const found = await context.store.transaction(async (tx) => {
        const session = await tx.sessions.get(sessionId);
        return session?.clientId === clientId ? { session, verdict: await tx.verdicts.get(sessionId) } : null;
      });
      if (found === null) {
        return sendRefusal(request, reply, {
          code: 'SESSION_UNKNOWN',
          detail: 'there is no session of that id',
          retryable: false,
        });
      }
      const checks = (found.verdict?.checks ?? []).map(({ name, pass, got, expected }) => ({
        name,
        pass,
        got: got.slice(0, MAX_READING),
        expected: expected.slice(0, MAX_READING),
      }));
      return respond(request, reply, { ok: true, body: { state: found.session.state, checks } });
    },
  );
};
