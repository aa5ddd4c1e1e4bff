import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { Refusal } from '@huoti/server';
import { fastify, type FastifyInstance, LogController } from 'fastify';
import { answerBrokenRequest } from './answerBrokenRequest.js';
import type { AppOptions } from './AppOptions.js';
import { requireBackend } from './auth/requireBackend.js';
import { requireClient } from './auth/requireClient.js';
import { sessionIdOf } from './auth/sessionIdOf.js';
import { createLimiter } from './createLimiter.js';
import { frameworkLog } from './frameworkLog.js';
import { installCors } from './installCors.js';
import { installErrors } from './installErrors.js';
import { installGracefulEnd } from './installGracefulEnd.js';
import { installHeaders } from './installHeaders.js';
import { installOpenApi } from './installOpenApi.js';
import { installRequestLog } from './installRequestLog.js';
import { installResponseChecks } from './installResponseChecks.js';
import { clientRoutes } from './routes/clientRoutes.js';
import { docsRoutes } from './routes/docsRoutes.js';
import { evidenceRoutes } from './routes/evidenceRoutes.js';
import { healthRoutes } from './routes/healthRoutes.js';
import { jwksRoute } from './routes/jwksRoute.js';
import { managementRoutes } from './routes/managementRoutes.js';
import { platformRoutes } from './routes/platformRoutes.js';
import { staticRoutes } from './routes/staticRoutes.js';
import { viewRoute } from './routes/viewRoute.js';
import { refusalOfError } from './refusalOfError.js';
import { sendRefusal } from './sendRefusal.js';

/** Larger bodies are refused where a path does not say otherwise. */
const BODY_BYTES = 16_384;
/** For what the framework can not even route. */
const UNREADABLE: Refusal = {
  code: 'INVALID_ARGUMENT',
  detail: 'the request can not be read',
  retryable: false,
};
/** How long a caller may take to send a whole request, ms. */
const REQUEST_TIMEOUT_MS = 30_000;
/** Session ids have 22 characters, the integrator's own ids 128; percent-encoding triples them. */
const MAX_PARAM_CHARACTERS = 400;

/**
 * The HTTP API on a context: it holds no state of its own but counters, and does not listen by itself.
 *
 * @example
 * const app = await createApp({ context, settings, logger, metrics });
 * const answer = await app.inject({ method: 'GET', url: '/healthz' });
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, settings, logger, metrics, readiness = [], console: operatorPage, staticSite } = options;
  const app = fastify({
    loggerInstance: frameworkLog(logger),
    logController: new LogController({ disableRequestLogging: true }),
    // A caller's own id could carry anything into the log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    trustProxy: settings.trustedProxies.length === 0 ? false : [...settings.trustedProxies],
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      const refusal = refusalOfError(error) ?? UNREADABLE;
      void sendRefusal(request, reply.header('cache-control', 'no-store'), refusal);
    },
    routerOptions: { maxParamLength: MAX_PARAM_CHARACTERS },
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false },
    },
  });
  app.decorateRequest('backend', null);
  app.decorateRequest('clientSession', null);
  app.removeContentTypeParser('text/plain');
  installGracefulEnd(app);
  installErrors(app, { logger });
  installResponseChecks(app);
  installRequestLog(app, { logger, metrics });
  await installHeaders(app);
  await installCors(app, settings.cors);
  await app.register(rateLimit, { global: false });
  await installOpenApi(app, { publicUrl: context.settings.issuer });

  const { perAddressPerMinute, perKeyPerMinute, perSessionPerMinute } = settings.limits;
  const perAddress = createLimiter(app, {
    perMinute: perAddressPerMinute,
    keyOf: ({ ip }) => `address ${ip}`,
  });
  const perKey = createLimiter(app, {
    perMinute: perKeyPerMinute,
    keyOf: ({ backend }) => `key ${backend?.keyId ?? ''}`,
  });
  const perSession = createLimiter(app, {
    perMinute: perSessionPerMinute,
    keyOf: (request) => `session ${sessionIdOf(request)}`,
  });
  const asClient = requireClient({ context, limiter: perSession });

  await app.register(healthRoutes, { readiness, logger });
  await app.register(async (limited) => {
    limited.addHook('onRequest', async (request, reply) => {
      const exceeded = await perAddress(request);
      return exceeded === null ? undefined : sendRefusal(request, reply, exceeded);
    });
    await limited.register(jwksRoute, { context });
    await limited.register(docsRoutes);
    await limited.register(viewRoute, {
      context,
      asClient,
      asBackend: requireBackend({ context, limiter: perKey, scope: 'sessions' }),
    });
    await limited.register(async (scope) => {
      scope.addHook('onRequest', asClient);
      await scope.register(clientRoutes, { context, metrics });
      await scope.register(evidenceRoutes, { context });
      await scope.register(platformRoutes, {
        context,
        metrics,
        ...(options.verifier === undefined ? {} : { verifier: options.verifier }),
      });
    });
    await limited.register(managementRoutes, { ...options, perKey });
    if (operatorPage !== undefined) await limited.register(operatorPage);
    if (staticSite !== undefined) await limited.register(staticRoutes, { staticSite });
  });
  return app;
}
