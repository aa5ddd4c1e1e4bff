import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/Logger.js';
import type { Metrics } from '../metrics/createMetrics.js';
import { sessionIdOf } from './auth/sessionIdOf.js';

/** One line and one measurement for each request, by the route's pattern. */
export function installRequestLog(
  app: FastifyInstance,
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): void {
  app.decorateRequest('refusalCode', null);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const sessionId = sessionIdOf(request);
    const durationMs = Math.round(reply.elapsedTime * 100) / 100;
    metrics.requestSeconds.observe(
      { route, method: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` },
      durationMs / 1000,
    );
    logger.info('request-end', {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs,
      ...(request.refusalCode === null ? {} : { code: request.refusalCode }),
      ...(sessionId === '' ? {} : { sessionId }),
    });
  });
}
