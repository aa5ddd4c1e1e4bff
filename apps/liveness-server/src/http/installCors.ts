import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { isClientPath } from './isClientPath.js';

/** How long a browser may remember a preflight, s. */
const PREFLIGHT_SECONDS = 600;

/** Answers pages of the listed origins on the client's paths, and no page on any other. */
export async function installCors(
  app: FastifyInstance,
  { origins }: { origins: readonly string[] },
): Promise<void> {
  await app.register(cors, {
    delegator: (request, done) => {
      const { authorization = '' } = request.headers;
      // An API key in a page is a leak: whoever sends one from there learns nothing by it.
      const mayCall = isClientPath(request.url) && !/^bearer /i.test(authorization);
      done(null, {
        origin: mayCall ? [...origins] : false,
        methods: ['GET', 'POST', 'PUT'],
        allowedHeaders: ['authorization', 'content-type', 'content-digest', 'dpop'],
        exposedHeaders: ['dpop-nonce', 'www-authenticate', 'retry-after', 'x-request-id', 'date'],
        credentials: false,
        maxAge: PREFLIGHT_SECONDS,
      });
    },
  });
}
