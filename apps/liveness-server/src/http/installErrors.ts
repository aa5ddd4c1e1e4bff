import type { FastifyInstance } from 'fastify';
import type { Logger } from '../logging/Logger.js';
import { errorFacts } from '../logging/errorFacts.js';
import { refusalOfError } from './refusalOfError.js';
import { sendRefusal } from './sendRefusal.js';

/** `/v1/sessions/:id` as a test of a path. */
const patternOf = (route: string): RegExp =>
  new RegExp(
    `^${route
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[A-Za-z]+/g, '[^/]+')
      .replace(/\*/g, '.*')}$`,
  );

/**
 * Every error of every route as a problem: what a caller did wrong is named, what the service did wrong is logged and
 * told as no more than that. Paths that exist with another method are 405 with `Allow`.
 */
export function installErrors(app: FastifyInstance, { logger }: { logger: Logger }): void {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const one of [method].flat()) route.methods.add(one);
    if (url !== '*' && url !== '/*') routes.set(url, route);
  });

  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOfError(error);
    if (refusal !== null) return sendRefusal(request, reply, refusal);
    const route = request.routeOptions.url;
    logger.error('request-failed', {
      requestId: request.id,
      method: request.method,
      ...(route === undefined ? {} : { route }),
      ...errorFacts(error),
    });
    return sendRefusal(request, reply, {
      code: 'HOST_ERROR',
      detail: 'the service failed; its log tells more under this request',
      retryable: true,
    });
  });

  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const methods = [...routes.values()]
      .filter(({ pattern }) => pattern.test(path))
      .flatMap((one) => [...one.methods]);
    if (methods.length === 0 || methods.includes(request.method))
      return sendRefusal(request, reply, {
        code: 'NOT_FOUND',
        detail: 'there is no such path',
        retryable: false,
      });
    reply.header('allow', [...new Set(methods)].sort().join(', '));
    return sendRefusal(request, reply, {
      code: 'METHOD_NOT_ALLOWED',
      detail: 'this path does not take that method',
      retryable: false,
    });
  });
}
