import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { errorFacts } from '../../logging/errorFacts.js';
import type { Logger } from '../../logging/Logger.js';
import type { ReadinessCheck } from '../ReadinessCheck.js';
import { described } from '../schemas.js';

/** Whatever takes longer does not work, ms. A balancer asks every few seconds. */
const CHECK_LIMIT_MS = 2_000;

const HealthSchema = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false });
const ReadinessSchema = Type.Object(
  {
    status: Type.Union([Type.Literal('ready'), Type.Literal('not-ready')]),
    checks: Type.Array(
      Type.Object({ name: Type.String(), ok: Type.Boolean() }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

async function works({ check }: ReadinessCheck): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('no answer in time', 'TimeoutError')), CHECK_LIMIT_MS);
  });
  try {
    await Promise.race([check(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `/healthz`: the process runs. `/readyz`: all that it needs works. Neither says more to whoever asks. */
export const healthRoutes: FastifyPluginAsyncTypebox<{
  readiness: readonly ReadinessCheck[];
  logger: Logger;
}> = async (app, { readiness, logger }) => {
  app.get(
    '/healthz',
    {
      schema: {
        tags: ['open'],
        summary: 'The process runs',
        response: { 200: described(HealthSchema, 'It runs') },
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags: ['open'],
        summary: 'Database, queue, keys and models work',
        response: {
          200: described(ReadinessSchema, 'Requests may come'),
          503: described(ReadinessSchema, 'Something does not work'),
        },
      },
    },
    async (request, reply) => {
      const checks = await Promise.all(
        readiness.map(async (one) => {
          try {
            await works(one);
            return { name: one.name, ok: true };
          } catch (error) {
            logger.warn('not-ready', { requestId: request.id, process: one.name, ...errorFacts(error) });
            return { name: one.name, ok: false };
          }
        }),
      );
      const ready = checks.every(({ ok }) => ok);
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', checks });
    },
  );
};
